import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { got } from '../api/query.js';
import { EventHeader } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useLanguage } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { ByHand } from '../look/by-hand.js';
import { Icon } from '../look/icons.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { CheckInList } from './check-in-list.js';
import { useRegistrationText } from './words.js';
import './registration.css';

/** The check-in desk on a tablet: find by number or name, touch what is found. */
export default function CheckInPage() {
  const t = useRegistrationText();
  const language = useLanguage();
  const event = useEvent();
  const [params, setParams] = useSearchParams();
  const skills = useQuery(
    got('/api/v1/events/{eventId}/skills', { params: { path: { eventId: event.id } } }),
  );
  const skillId = params.get('skill') ?? skills.data?.items[0]?.id;
  const skill = useQuery({
    ...got('/api/v1/events/{eventId}/skills/{skillId}', {
      params: { path: { eventId: event.id, skillId: skillId ?? '' } },
    }),
    enabled: skillId !== undefined,
  });
  const moduleId = params.get('module') ?? skill.data?.modules[0]?.id;
  const sessionId = params.get('session') ?? undefined;
  const [typed, setTyped] = useState(params.get('q') ?? '');
  const q = useSettled(typed, 250);
  const times = useTimes();
  const desk = useQuery({
    ...got('/api/v1/events/{eventId}/check-ins', {
      params: {
        path: { eventId: event.id },
        query: {
          skillId: skillId ?? '',
          moduleId: moduleId ?? '',
          ...(sessionId ? { sessionId } : {}),
          ...(q.trim() ? { q: q.trim() } : {}),
          limit: 500,
        },
      },
    }),
    enabled: skillId !== undefined && moduleId !== undefined,
    placeholderData: keepPreviousData,
    refetchInterval: 20_000,
  });
  const choose = (name: 'skill' | 'module' | 'session', value: string | undefined) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (name === 'skill') next.delete('module');
        if (name !== 'session') next.delete('session');
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  if (skills.isError) return <LoadError error={skills.error} onRetry={() => void skills.refetch()} />;
  if (!skills.data) return <Loading />;
  if (skills.data.items.length === 0)
    return <EmptyState icon="checkIn" title={t('checkIn.noSkill')} line={t('checkIn.noSkillLine')} />;
  const modules = skill.data?.modules ?? [];
  const sessions = (skill.data?.sessions ?? []).filter((session) => session.moduleId === moduleId);
  return (
    <>
      <EventHeader
        title={t('checkIn.title')}
        withStages={false}
        actions={
          <GoButton
            to={`/events/${event.id}/registration-sheets/check-in?skill=${skillId}${sessionId ? `&session=${sessionId}` : ''}`}
            icon={<Icon name="print" />}
          >
            {t('checkIn.print')}
          </GoButton>
        }
      />
      <ByHand>
        <div className="desk-bar">
          <label>
            {t('checkIn.skill')}
            <Select
              value={skillId ?? null}
              onChange={(id) => choose('skill', id ?? undefined)}
              showSearch={{ optionFilterProp: 'label' }}
              options={skills.data.items.map((one) => ({
                value: one.id,
                label: `${one.code} ${language === 'en' && one.nameEn ? one.nameEn : one.name}`,
              }))}
            />
          </label>
          <label>
            {t('checkIn.module')}
            <Select
              value={moduleId ?? null}
              onChange={(id) => choose('module', id ?? undefined)}
              options={modules.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
            />
          </label>
          <label>
            {t('checkIn.session')}
            <Select
              value={sessionId ?? ''}
              onChange={(id) => choose('session', id || undefined)}
              options={[
                { value: '', label: t('checkIn.everySession') },
                ...sessions.map(({ id, name, startsAt }) => ({
                  value: id,
                  label: `${name} ${times.show(startsAt).slice(5)}`,
                })),
              ]}
            />
          </label>
          <label className="desk-search">
            {t('checkIn.search')}
            <Input
              allowClear
              size="large"
              prefix={<Icon name="search" />}
              value={typed}
              onChange={(change) => setTyped(change.target.value)}
            />
          </label>
        </div>
        {desk.isError ? (
          <LoadError error={desk.error} onRetry={() => void desk.refetch()} />
        ) : !desk.data || !skillId || !moduleId ? (
          <Loading />
        ) : (
          <CheckInList page={desk.data} moduleId={moduleId} several={modules.length > 1} q={q.trim()} />
        )}
      </ByHand>
    </>
  );
}

/** A value once it has rested for so many milliseconds: a search is asked when the typing pauses. */
function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
