import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useLive } from '../api/live.js';
import { got, outdate } from '../api/query.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useLanguage } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { StateShape } from '../parts/state-tag.js';
import { deskFindings } from './desk-findings.js';
import { DeskSide } from './desk-side.js';
import { FormPeek } from './form-peek.js';
import { Matrix } from './matrix.js';
import { SignDialog } from './sign-dialog.js';
import { cellStates, lookOf, neededOf, type CellState } from './types.js';
import { useDeskText } from './words.js';

const path = '/api/v1/events/{eventId}/skills/{skillId}/desk';
const stale = [
  path,
  '/api/v1/events/{eventId}/skills/{skillId}/deductions',
  '/api/v1/events/{eventId}/skills/{skillId}/sign-off-candidates',
] as const;

/** The chief judge's desk: every form of the skill at a glance, what is wrong beside it, signing from here. */
export default function DeskPage() {
  const t = useDeskText();
  const language = useLanguage();
  const navigate = useNavigate();
  const { id: eventId } = useEvent();
  const { skillId = '' } = useParams();
  const params = { path: { eventId, skillId } };
  const desk = useQuery({ ...got(path, { params }), refetchInterval: 10_000 });
  const deductions = useQuery(got('/api/v1/events/{eventId}/skills/{skillId}/deductions', { params }));
  const read = () => void outdate(...stale);
  const liveness = useLive(`/api/v1/events/${eventId}/progress/live`, read, read);
  const [search, setSearch] = useSearchParams();
  const [isSigning, setSigning] = useState(false);
  const findings = useMemo(
    () => (desk.data ? deskFindings(t, desk.data, deductions.data?.items ?? []) : []),
    [t, desk.data, deductions.data],
  );
  if (desk.isPending) return <Loading />;
  if (desk.isError) return <LoadError error={desk.error} onRetry={() => void desk.refetch()} />;
  const { data } = desk;
  const shown = cellStates.find((state) => state === search.get('state')) ?? null;
  const set = (key: string, value: string | null) =>
    setSearch(
      (now) => {
        if (value === null) now.delete(key);
        else now.set(key, value);
        return now;
      },
      { replace: true },
    );
  const skill = language === 'en' && data.skillNameEn ? data.skillNameEn : data.skillName;
  const ranking = `/events/${eventId}/skills/${skillId}/ranking`;
  const openForm = search.get('form');
  return (
    <div>
      <PageHeader
        title={t('desk.title', { skill })}
        line={
          <span className="figures">
            {t('desk.line', { signed: data.counts.signed, needed: neededOf(data.counts) })}
            {' · '}
            {t(`desk.${liveness}`)}
          </span>
        }
        actions={
          <>
            <GoButton to={ranking} icon={<Icon name="ranking" />}>
              {t('desk.ranking')}
            </GoButton>
            {data.counts.submitted > 0 ? (
              <Button icon={<Icon name="lock" />} onClick={() => setSigning(true)}>
                {t('desk.sign', { count: data.counts.submitted })}
              </Button>
            ) : null}
          </>
        }
        primary={{
          label: t('desk.lock'),
          preflight: findings,
          recheck: read,
          onClick: () => void navigate(ranking),
        }}
        history={{ eventId, subjectType: 'skill', subjectId: skillId }}
      />
      {data.cells.length === 0 ? (
        <EmptyState
          icon="matrix"
          title={t('desk.empty')}
          line={t('desk.emptyLine')}
          action={
            <GoButton to={`/events/${eventId}/skills/${skillId}/scheme`}>{t('desk.toScheme')}</GoButton>
          }
        />
      ) : (
        <div className="desk">
          <section>
            <Segmented
              className="desk-filter"
              value={shown ?? 'all'}
              onChange={(value) => set('state', value === 'all' ? null : value)}
              options={[
                { value: 'all', label: t('desk.all') },
                ...cellStates
                  .filter((state) => data.counts[state] > 0 || state === shown)
                  .map((state) => ({
                    value: state,
                    label: <Legend state={state} count={data.counts[state]} />,
                  })),
              ]}
            />
            <Matrix desk={data} shown={shown} onOpen={(formId) => set('form', formId)} />
            <p className="quiet">{t('desk.keys')}</p>
          </section>
          <DeskSide
            desk={data}
            deductions={deductions.data?.items ?? []}
            onOpen={(formId) => set('form', formId)}
          />
        </div>
      )}
      {openForm === null ? null : (
        <FormPeek
          eventId={eventId}
          formId={openForm}
          outdates={stale}
          onClose={() => set('form', null)}
          onSigned={() => {
            const next = data.cells.find(({ state, formId }) => state === 'submitted' && formId !== openForm);
            set('form', next?.formId ?? null);
          }}
        />
      )}
      {isSigning ? (
        <SignDialog
          eventId={eventId}
          skillId={skillId}
          outdates={stale}
          onOpen={(formId) => {
            setSigning(false);
            set('form', formId);
          }}
          onClose={() => setSigning(false)}
        />
      ) : null}
    </div>
  );
}

function Legend({ state, count }: { state: CellState; count: number }) {
  const t = useDeskText();
  return (
    <span className={`legend state-${lookOf[state]}`}>
      <StateShape look={lookOf[state]} /> {t(`state.${state}`)} <span className="figures">{count}</span>
    </span>
  );
}
