import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, InputNumber } from 'antd';
import { useMemo, useState } from 'react';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { got, outdate } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { EventHeader } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useLanguage, useSaid } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import type { Delegation, QuotaCell, Quotas } from './types.js';
import { useRegistrationText } from './words.js';
import './registration.css';

const path = '/api/v1/events/{eventId}/quotas';

/** A column of the matrix: a group of a skill, or the skill as a whole where it has several. */
interface Place {
  skillId: string;
  groupId: string | null;
  label: string;
}

const keyOf = (delegationId: string | null, place: Pick<Place, 'skillId' | 'groupId'>) =>
  `${delegationId ?? ''} ${place.skillId} ${place.groupId ?? ''}`;

/** Places per delegation, skill and group, as a matrix; blank means no limit. */
export default function QuotasPage() {
  const t = useRegistrationText();
  const event = useEvent();
  const quotas = useQuery(got(path, { params: { path: { eventId: event.id } } }));
  const delegations = useQuery(
    got('/api/v1/events/{eventId}/delegations', {
      params: { path: { eventId: event.id }, query: { limit: 500 } },
    }),
  );
  if (quotas.isError) return <LoadError error={quotas.error} onRetry={() => void quotas.refetch()} />;
  if (delegations.isError)
    return <LoadError error={delegations.error} onRetry={() => void delegations.refetch()} />;
  if (!quotas.data || !delegations.data) return <Loading />;
  const header = <EventHeader title={t('quotas.title')} line={t('quotas.line')} withStages={false} />;
  if (quotas.data.skills.length === 0) {
    const go = <GoButton to={`/events/${event.id}/skills`}>{t('field.skill')}</GoButton>;
    return (
      <>
        {header}
        <EmptyState icon="matrix" title={t('quotas.emptyTitle')} line={t('quotas.emptyLine')} action={go} />
      </>
    );
  }
  return (
    <>
      {header}
      <Matrix key={quotas.data.version} quotas={quotas.data} delegations={delegations.data.items} />
    </>
  );
}

function Matrix({ quotas, delegations }: { quotas: Quotas; delegations: readonly Delegation[] }) {
  const t = useRegistrationText();
  const said = useSaid();
  const language = useLanguage();
  const event = useEvent();
  const [changed, setChanged] = useState<ReadonlyMap<string, QuotaCell>>(new Map());
  const [wanted, setWanted] = useState('');
  const [fill, setFill] = useState<number | null>(1);
  const places = useMemo(() => placesOf(quotas, t('quotas.whole')), [quotas, t]);
  const stored = useMemo(
    () => new Map(quotas.cells.map((cell) => [keyOf(cell.delegationId, cell), cell.places])),
    [quotas],
  );
  const used = useMemo(() => usesOf(quotas), [quotas]);
  const save = useVerb({
    send: (cells: QuotaCell[]) =>
      take(
        api.PUT(path, {
          params: { path: { eventId: event.id } },
          headers: ifMatch(quotas.version),
          body: { cells },
        }),
      ),
    outdates: [path, '/api/v1/events/{eventId}/stage'],
    said: t('quotas.saved'),
    onStale: () => void outdate(path),
  });
  const valueOf = (delegationId: string | null, place: Place) => {
    const key = keyOf(delegationId, place);
    return changed.has(key) ? (changed.get(key)?.places ?? null) : (stored.get(key) ?? null);
  };
  const set = (delegationId: string | null, place: Place, value: number | null) =>
    setChanged((before) => {
      const key = keyOf(delegationId, place);
      const next = new Map(before);
      if ((stored.get(key) ?? null) === value) next.delete(key);
      else next.set(key, { delegationId, skillId: place.skillId, groupId: place.groupId, places: value });
      return next;
    });
  const rows = delegations.filter(({ name, code }) =>
    `${code} ${name}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  const skillName = (skill: Quotas['skills'][number]) =>
    language === 'en' && skill.nameEn ? skill.nameEn : skill.name;
  return (
    <>
      {quotas.overfull.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          className="page-alert"
          title={t('quotas.overfull', { count: quotas.overfull.length })}
          description={
            <ul>
              {quotas.overfull.slice(0, 6).map((row) => (
                <li key={keyOf(row.delegationId, row)}>
                  {delegations.find(({ id }) => id === row.delegationId)?.name}：{said(row.message)}
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
      <div className="table-bar">
        <Input
          className="table-search"
          allowClear
          prefix={<Icon name="search" />}
          aria-label={t('quotas.find')}
          placeholder={t('quotas.find')}
          value={wanted}
          onChange={(change) => setWanted(change.target.value)}
        />
        <span className="grow" />
        <label className="inline-label">
          {t('quotas.fill')}
          <InputNumber min={0} max={9999} precision={0} value={fill} onChange={setFill} />
        </label>
        <Button
          onClick={() =>
            places.filter(({ groupId }) => groupId !== null).forEach((place) => set(null, place, fill))
          }
        >
          {t('quotas.fillVerb')}
        </Button>
      </div>
      <div className="quota-scroll" tabIndex={0} role="region" aria-label={t('quotas.title')}>
        <table className="quota-matrix">
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t('field.delegation')}
              </th>
              {quotas.skills.map((skill) => (
                <th
                  key={skill.id}
                  scope="colgroup"
                  colSpan={places.filter(({ skillId }) => skillId === skill.id).length}
                >
                  <span className="figures">{skill.code}</span> {skillName(skill)}
                </th>
              ))}
            </tr>
            <tr>
              {places.map((place) => (
                <th
                  key={keyOf(null, place)}
                  scope="col"
                  className="quota-group"
                  title={place.groupId ? undefined : t('quotas.wholeTip')}
                >
                  {place.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="quota-all">
              <th scope="row">
                {t('quotas.all')}
                <span className="quiet quota-note">{t('quotas.allLine')}</span>
              </th>
              {places.map((place) => (
                <td key={keyOf(null, place)}>
                  <QuotaInput
                    label={`${t('quotas.all')} ${place.label}`}
                    value={valueOf(null, place)}
                    onChange={(value) => set(null, place, value)}
                  />
                </td>
              ))}
            </tr>
            {rows.map((delegation) => (
              <tr key={delegation.id}>
                <th scope="row">{delegation.name}</th>
                {places.map((place) => {
                  const own = valueOf(delegation.id, place);
                  const all = valueOf(null, place);
                  const entries = used.get(keyOf(delegation.id, place)) ?? 0;
                  const limit = own ?? all;
                  return (
                    <td
                      key={keyOf(delegation.id, place)}
                      className={limit !== null && entries > limit ? 'quota-over' : ''}
                    >
                      <QuotaInput
                        label={`${delegation.name} ${place.label}`}
                        value={own}
                        fallback={all}
                        onChange={(value) => set(delegation.id, place, value)}
                      />
                      {entries > 0 ? (
                        <span className="quota-used figures">{t('quotas.used', { count: entries })}</span>
                      ) : null}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {changed.size > 0 ? (
        <div className="save-bar" role="status">
          <span>{t('quotas.unsaved', { count: changed.size })}</span>
          <span className="grow" />
          <Button onClick={() => setChanged(new Map())}>{t('quotas.discard')}</Button>
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate([...changed.values()])}>
            {t('quotas.save')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** A number, or blank; blank shows in grey what holds instead. */
function QuotaInput(props: {
  label: string;
  value: number | null;
  fallback?: number | null;
  onChange: (value: number | null) => void;
}) {
  return (
    <InputNumber
      aria-label={props.label}
      className="quota-input"
      controls={false}
      min={0}
      max={9999}
      precision={0}
      value={props.value}
      placeholder={props.fallback === null || props.fallback === undefined ? '' : String(props.fallback)}
      onChange={(value) => props.onChange(typeof value === 'number' ? value : null)}
    />
  );
}

/** A column for each group; one for the skill as a whole where there are several, or where such a number is set. */
function placesOf(quotas: Quotas, whole: string): Place[] {
  return quotas.skills.flatMap((skill) => {
    const asWhole = quotas.cells.some(({ skillId, groupId }) => skillId === skill.id && groupId === null);
    return [
      ...skill.groups.map((group) => ({ skillId: skill.id, groupId: group.id, label: group.name })),
      ...(skill.groups.length === 1 && !asWhole ? [] : [{ skillId: skill.id, groupId: null, label: whole }]),
    ];
  });
}

function usesOf(quotas: Quotas): Map<string, number> {
  const used = new Map<string, number>();
  for (const { delegationId, skillId, groupId, entries } of quotas.used) {
    used.set(keyOf(delegationId, { skillId, groupId }), entries);
    const whole = keyOf(delegationId, { skillId, groupId: null });
    used.set(whole, (used.get(whole) ?? 0) + entries);
  }
  return used;
}
