import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useActiveRole } from '../account/roles.js';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { EventHeader } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useLanguage } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { FindingList } from '../parts/finding-list.js';
import { PreflightButton } from '../parts/preflight-button.js';
import { StateTag } from '../parts/state-tag.js';
import { DrawDialog } from './draw-dialog.js';
import { DrawRecords } from './draw-records.js';
import { FailDialog } from './fail-dialog.js';
import { PlacementTable } from './placement-table.js';
import { drawPaths } from './types.js';
import { useRegistrationText } from './words.js';
import './registration.css';

/** A skill's draw: what is missing before it, where everybody is after it, and what proves it. */
export default function DrawPage() {
  const t = useRegistrationText();
  const language = useLanguage();
  const event = useEvent();
  const navigate = useNavigate();
  const { role } = useActiveRole();
  const { skillId = '' } = useParams();
  const [open, setOpen] = useState<'draw' | 'fail' | null>(null);
  const at = { params: { path: { eventId: event.id, skillId } } };
  const skill = useQuery(got('/api/v1/events/{eventId}/skills/{skillId}', at));
  const preflight = useQuery(got('/api/v1/events/{eventId}/skills/{skillId}/draw-preflight', at));
  const supplement = useVerb({
    send: (_: undefined, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/skills/{skillId}/draw-supplements', {
          ...at,
          headers: idempotencyKey(key),
        }),
      ),
    outdates: drawPaths,
    said: t('draws.supplemented'),
  });
  const failed = skill.error ?? preflight.error;
  if (failed && (!skill.data || !preflight.data)) {
    return (
      <LoadError error={failed} onRetry={() => void Promise.all([skill.refetch(), preflight.refetch()])} />
    );
  }
  if (!skill.data || !preflight.data) return <Loading />;
  const { drawn, unplaced, findings } = preflight.data;
  const name = language === 'en' && skill.data.nameEn ? skill.data.nameEn : skill.data.name;
  const organiser = role === 'organiser';
  const sheets = (['check-in', 'workstations', 'draw'] as const).filter(
    (kind) => drawn || kind === 'check-in',
  );
  return (
    <>
      <EventHeader
        title={name}
        crumbs={[{ label: t('draws.title'), to: `/events/${event.id}/draws` }]}
        tag={
          <StateTag look={drawn ? 'passed' : 'waiting'}>
            {drawn ? t('draws.drawn') : t('draws.notDrawn')}
          </StateTag>
        }
        line={t('draws.holdLine', {
          entries: preflight.data.entries,
          modules: preflight.data.modules,
          sessions: preflight.data.sessions,
          stations: preflight.data.workstations,
        })}
        withStages={false}
        actions={
          <>
            <Dropdown
              trigger={['click']}
              menu={{
                items: [
                  ...sheets.map((kind) => ({
                    key: kind,
                    label: t(`sheets.${kind}`),
                    onClick: () =>
                      void navigate(`/events/${event.id}/registration-sheets/${kind}?skill=${skillId}`),
                  })),
                  ...(organiser && drawn
                    ? [
                        {
                          key: 'labels',
                          label: t('draws.labels'),
                          onClick: () => void navigate(`/events/${event.id}/draws/${skillId}/labels`),
                        },
                      ]
                    : []),
                ],
              }}
            >
              <Button icon={<Icon name="print" />}>{t('sheets.print')}</Button>
            </Dropdown>
            {organiser && drawn ? <Button onClick={() => setOpen('fail')}>{t('draws.fail')}</Button> : null}
            {organiser && drawn ? (
              <Button onClick={() => setOpen('draw')}>{t('draws.holdAgain')}</Button>
            ) : null}
            {organiser && drawn && unplaced > 0 ? (
              <PreflightButton
                label={t('draws.supplement', { count: unplaced })}
                busy={supplement.isPending}
                onClick={() =>
                  supplement.mutateAsync(undefined).then(
                    () => undefined,
                    () => undefined,
                  )
                }
              />
            ) : null}
            {organiser && !drawn ? (
              <PreflightButton
                label={t('draws.hold')}
                icon={<Icon name="draw" />}
                preflight={findings}
                recheck={() => void preflight.refetch()}
                onClick={() => setOpen('draw')}
              />
            ) : null}
          </>
        }
      />
      {drawn ? (
        <>
          <PlacementTable skill={skill.data} mayMove={organiser} />
          <DrawRecords skillId={skillId} />
        </>
      ) : (
        <section className="reading-page">
          <h2>{t('draws.findings')}</h2>
          <FindingList findings={findings} />
          <p className="quiet">{t('draws.none')}</p>
        </section>
      )}
      <DrawDialog
        open={open === 'draw'}
        skill={skill.data}
        name={name}
        drawn={drawn}
        onClose={() => setOpen(null)}
      />
      <FailDialog open={open === 'fail'} skill={skill.data} onClose={() => setOpen(null)} />
    </>
  );
}
