import { Alert, Button } from 'antd';
import { useState } from 'react';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { outdate } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { Icon } from '../look/icons.js';
import { ConfirmTyped } from '../parts/confirm-typed.js';
import { GoButton } from '../parts/go-button.js';
import { JobProgress } from '../parts/job-progress.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag } from '../parts/state-tag.js';
import { planPaths, usePlace, usePlan, useVersion } from './data.js';
import { BeginDialog } from './parts/begin-dialog.js';
import { DemoFlag } from './parts/demo-flag.js';
import { DraftPanel } from './parts/draft-panel.js';
import { ItemTable } from './parts/item-table.js';
import { OrderEditor } from './parts/order-editor.js';
import { TargetBars } from './parts/target-bars.js';
import { TargetDialog } from './parts/target-dialog.js';
import { VersionList } from './parts/version-list.js';
import { titleOf, type Plan, type PlanPlace, type PlanVersion } from './types.js';
import { usePlansText } from './words.js';

/** The plan of an authority for a year, from its targets to its publication and what comes after. */
export default function PlanPage() {
  const place = usePlace();
  const plan = usePlan(place);
  const draftNumber = plan.data?.versions.find(({ publishedAt }) => publishedAt === null)?.number ?? null;
  const draft = useVersion(place, draftNumber);
  if (plan.isPending) return <Loading />;
  if (!plan.data) return <LoadError error={plan.error} onRetry={() => void plan.refetch()} />;
  return (
    <PlanDesk
      key={`${place.level}${place.divisionCode}${place.planYear}`}
      place={place}
      plan={plan.data}
      draft={draftNumber === null ? null : (draft.data ?? null)}
      recheck={() => void draft.refetch()}
    />
  );
}

type Open = 'target' | 'begin' | 'publish' | 'order' | null;

function PlanDesk(props: { place: PlanPlace; plan: Plan; draft: PlanVersion | null; recheck: () => void }) {
  const { place, plan, draft, recheck } = props;
  const t = usePlansText();
  const [open, setOpen] = useState<Open>(null);
  const [openingJob, setOpeningJob] = useState<string | null>(null);
  const publish = useVerb({
    send: (version: PlanVersion) =>
      take(
        api.PUT('/api/v1/plans/{level}/{divisionCode}/{planYear}/versions/{number}/publication', {
          params: { path: { ...place, number: version.number } },
          headers: ifMatch(version.version),
        }),
      ),
    outdates: planPaths,
    said: (version) => t('publish.done', { number: version.number }),
    onDone: (version) => {
      setOpen(null);
      setOpeningJob(version.openingJobId);
    },
  });
  const published = plan.versions.find(({ publishedAt }) => publishedAt !== null);
  const { added, removed, corrected } = plan.waiting;
  const kind = !published ? 'plan' : removed + corrected > 0 ? 'correction' : 'supplement';
  const changed = published !== undefined && added + removed + corrected > 0;
  const canBegin = plan.mayEdit && draft === null && (!published || changed);
  return (
    <>
      <PageHeader
        title={titleOf(t, plan)}
        crumbs={[{ label: t('crumbs'), to: '/annual-plans' }]}
        tag={
          <>
            <PlanState plan={plan} draft={draft} />
            <DemoFlag demo={plan.demo} />
          </>
        }
        line={plan.mayEdit ? plan.authorityName : t('watching', { authority: plan.authorityName ?? '–' })}
        actions={
          published ? (
            <GoButton
              to={`/plans/${place.level}/${place.divisionCode}/${place.planYear}`}
              icon={<Icon name="link" />}
            >
              {t('publicPage')}
            </GoButton>
          ) : null
        }
        {...(plan.mayEdit && draft
          ? {
              primary: {
                label: t('publish.verb', { number: draft.number }),
                onClick: () => setOpen('publish'),
                preflight: draft.findings,
                recheck,
              },
            }
          : canBegin
            ? { primary: { label: t(`begin.${kind}`), onClick: () => setOpen('begin') } }
            : {})}
      />
      {openingJob ? (
        <JobProgress
          jobId={openingJob}
          title={t('publish.opening')}
          summary={(job) => <p>{t('publish.opened', { count: job.progress?.done ?? 0 })}</p>}
          onDone={refreshPlan}
        />
      ) : null}
      {changed && draft === null ? (
        <Alert
          type="warning"
          showIcon
          title={t('changed.title')}
          description={t('changed.line', { added, removed, corrected })}
        />
      ) : null}
      <section className="page-section" aria-labelledby="targets">
        <div className="section-head">
          <h2 id="targets">{t('target.title')}</h2>
          {plan.mayEdit ? (
            <Button icon={<Icon name="edit" />} onClick={() => setOpen('target')}>
              {t('target.set')}
            </Button>
          ) : null}
        </div>
        <div className="panel">
          <TargetBars counts={plan.counts} />
          <p className="quiet target-source">
            {plan.targetSource
              ? t(plan.targetSuggested ? 'target.suggested' : 'target.from', { source: plan.targetSource })
              : plan.targetOne === null && plan.targetTwo === null
                ? t('target.none')
                : null}
          </p>
        </div>
      </section>
      {draft ? <DraftPanel place={place} draft={draft} mayEdit={plan.mayEdit} /> : null}
      <section className="page-section" aria-labelledby="items">
        <div className="section-head">
          <div>
            <h2 id="items">{t('items.title')}</h2>
            <p className="quiet">{t(published ? 'items.line' : 'items.lineDraft')}</p>
          </div>
          {plan.mayEdit && open !== 'order' && plan.lines.some(({ change }) => change === 'added') ? (
            <Button icon={<Icon name="up" />} onClick={() => setOpen('order')}>
              {t('items.order')}
            </Button>
          ) : null}
        </div>
        {open === 'order' ? (
          <OrderEditor place={place} plan={plan} onClose={() => setOpen(null)} />
        ) : (
          <ItemTable place={place} plan={plan} />
        )}
      </section>
      <VersionList place={place} versions={plan.versions} />
      <TargetDialog open={open === 'target'} place={place} plan={plan} onClose={() => setOpen(null)} />
      <BeginDialog
        open={open === 'begin'}
        place={place}
        kinds={
          !published ? ['plan'] : removed + corrected > 0 ? ['correction'] : ['supplement', 'correction']
        }
        onClose={() => setOpen(null)}
      />
      {draft ? (
        <ConfirmTyped
          open={open === 'publish'}
          title={t('publish.title', { document: draft.documentNumber ?? '' })}
          word={t('publish.word')}
          verb={t('publish.verb', { number: draft.number })}
          onConfirm={() => publish.mutateAsync(draft).then(undefined, () => setOpen(null))}
          onCancel={() => setOpen(null)}
        >
          <p>{draft.title}</p>
          <p>{t('publish.effect', { ...draft.changes })}</p>
          <p>{t('publish.line')}</p>
        </ConfirmTyped>
      ) : null}
    </>
  );
}

const refreshPlan = () => void outdate(...planPaths);

function PlanState({ plan, draft }: { plan: Plan; draft: PlanVersion | null }) {
  const t = usePlansText();
  const published = plan.versions.find(({ publishedAt }) => publishedAt !== null);
  if (draft) return <StateTag look="running">{t('state.draft', { number: draft.number })}</StateTag>;
  if (published)
    return <StateTag look="passed">{t('state.published', { number: published.number })}</StateTag>;
  return <StateTag look="waiting">{t('state.none')}</StateTag>;
}
