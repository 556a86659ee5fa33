import type { ReactNode } from 'react';
import { useFrameText } from '../frame/words.js';
import { PageHeader } from '../parts/page-header.js';
import type { PrimaryAction } from '../parts/preflight-button.js';
import { StateTag } from '../parts/state-tag.js';
import { formatTime } from '../language/format.js';
import { useApplicationNames } from './application-names.js';
import { stateLook } from './looks.js';
import type { Application } from './types.js';
import { useApplicationsText } from './words.js';

const stages = ['draft', 'submitted', 'accepted', 'underReview', 'decided'] as const;

/** The top of an application: its name, where it stands, its clock. */
export function ApplicationHeader({
  application,
  clock,
  primary,
  actions,
}: {
  application: Application;
  clock: ReactNode;
  primary?: PrimaryAction;
  actions?: ReactNode;
}) {
  const t = useApplicationsText();
  const frame = useFrameText();
  const names = useApplicationNames();
  const { state, steps } = application;
  const at = stages.find((stage) => stage === state) ?? (state === 'returned' ? 'draft' : 'decided');
  const when = (action: string) =>
    steps.findLast((step) => step.action === action && step.undoneAt === null)?.at ?? null;
  const notes: Partial<Record<(typeof stages)[number], string | null>> = {
    submitted: application.submittedAt,
    accepted: when('accept'),
    underReview: when('beginReview'),
    decided: application.decidedAt,
  };
  return (
    <PageHeader
      title={application.name}
      crumbs={[{ label: t('list.title'), to: '/applications' }, { label: application.name }]}
      tag={
        <>
          <StateTag look={stateLook[state]}>{t(`state.${state}`)}</StateTag>
          {application.demo ? <span className="demo-flag">{frame('demo')}</span> : null}
          {application.historic ? <span className="demo-flag">{t('list.historic')}</span> : null}
        </>
      }
      line={
        <>
          <div>
            {[
              application.edition,
              names.areaOf(application),
              names.classOf(application.class),
              `${t('field.planYear')} ${application.planYear}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
          {clock}
          {application.synthetic.length > 0 ? (
            <div>{t('synthetic', { what: application.synthetic.join('、') })}</div>
          ) : null}
        </>
      }
      stages={{
        at,
        stages: stages.map((stage) => {
          const note = notes[stage];
          return {
            key: stage,
            label: t(`stage.${stage}`),
            ...(note ? { note: formatTime(note, 'Asia/Shanghai', 'day') } : {}),
          };
        }),
      }}
      {...(primary ? { primary } : {})}
      actions={actions}
    />
  );
}
