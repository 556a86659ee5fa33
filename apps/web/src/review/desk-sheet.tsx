import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { ApplicationDocument } from '../applications/application-document.js';
import { stateLook } from '../applications/looks.js';
import type { Application } from '../applications/types.js';
import { useApplicationsText } from '../applications/words.js';
import { got } from '../api/query.js';
import { Answered } from '../frame/load-error.js';
import { Icon } from '../look/icons.js';
import { GoButton } from '../parts/go-button.js';
import { StateTag } from '../parts/state-tag.js';
import { AmendmentList } from './amendment-list.js';
import { CollisionList, EarlierYears, OwedList, SameOccupation } from './background-sections.js';
import { ConditionList } from './condition-list.js';
import { FindingsColumn } from './findings-column.js';
import { RecusalSection } from './recusal-section.js';
import type { Background, Review } from './types.js';
import type { Undoable } from './undo-bar.js';
import { useReviewText } from './words.js';

/** One application on the desk: as a document, with what stands beside it; to its right findings and what can be done. */
export function DeskSheet(props: {
  applicationId: string;
  onDone: (done: Undoable, leaves: boolean) => void;
}) {
  const at = { params: { path: { applicationId: props.applicationId } } };
  const review = useQuery(got('/api/v1/applications/{applicationId}/review', at));
  const application = useQuery(got('/api/v1/applications/{applicationId}', at));
  const background = useQuery(got('/api/v1/applications/{applicationId}/background', at));
  return (
    <>
      <section className="desk-column desk-sheet">
        <Answered query={review} lines={12}>
          {(read) => <Sheet review={read} application={application} background={background} />}
        </Answered>
      </section>
      <aside className="desk-column desk-findings">
        {review.data ? <FindingsColumn review={review.data} onDone={props.onDone} /> : null}
      </aside>
    </>
  );
}

type Asked<Data> = Parameters<typeof Answered<Data>>[0]['query'];

const sections = [
  'application',
  'earlier',
  'same',
  'collisions',
  'owed',
  'conditions',
  'amendments',
  'recusals',
] as const;
type SectionName = (typeof sections)[number];

function Sheet(props: { review: Review; application: Asked<Application>; background: Asked<Background> }) {
  const { review, application, background } = props;
  const t = useReviewText();
  const scroller = useRef<HTMLDivElement>(null);
  const beside = background.data;
  const counts: Partial<Record<SectionName, number | undefined>> = {
    earlier: beside?.earlierYears.length,
    same: beside?.sameOccupation.length,
    collisions: beside?.collisions.length,
    owed: beside?.owed.length,
    conditions: review.conditions.length,
    amendments: review.amendments.length,
    recusals: review.recusals.length,
  };
  const shown = sections.filter(
    (name) => !['conditions', 'amendments'].includes(name) || (counts[name] ?? 0) > 0,
  );
  // The column scrolls, not the page around it.
  const goTo = (name: SectionName) => {
    const column = scroller.current;
    const section = column?.querySelector(`[data-section="${name}"]`);
    if (!column || !section) return;
    const top = section.getBoundingClientRect().top - column.getBoundingClientRect().top + column.scrollTop;
    column.scrollTo({ top, behavior: 'smooth' });
  };
  return (
    <>
      <SheetHead review={review} />
      <nav className="desk-anchors" aria-label={review.name}>
        {shown.map((name) => (
          <button key={name} type="button" onClick={() => goTo(name)}>
            {t(`sheet.${name}`)}
            {counts[name] === undefined ? null : (
              <span className={`figures${alarming(name, beside) ? ' desk-alarm' : ''}`}>{counts[name]}</span>
            )}
          </button>
        ))}
      </nav>
      <div className="desk-scroll" ref={scroller}>
        <div data-section="application">
          <Answered query={application} lines={14}>
            {(read) => <ApplicationDocument application={read} />}
          </Answered>
        </div>
        <Section name="earlier">
          <Answered query={background}>{(read) => <EarlierYears years={read.earlierYears} />}</Answered>
        </Section>
        <Section name="same">
          <Answered query={background}>
            {(read) => <SameOccupation applicationId={review.id} others={read.sameOccupation} />}
          </Answered>
        </Section>
        <Section name="collisions">
          <Answered query={background}>
            {(read) => (
              <CollisionList collisions={read.collisions} finalFrom={application.data?.finalFrom ?? null} />
            )}
          </Answered>
        </Section>
        <Section name="owed">
          <Answered query={background}>{(read) => <OwedList owed={read.owed} />}</Answered>
        </Section>
        {review.conditions.length > 0 ? (
          <Section name="conditions">
            <ConditionList review={review} />
          </Section>
        ) : null}
        {review.amendments.length > 0 ? (
          <Section name="amendments">
            <AmendmentList review={review} />
          </Section>
        ) : null}
        <Section name="recusals">
          <RecusalSection review={review} />
        </Section>
      </div>
    </>
  );
}

const alarming = (name: SectionName, beside: Background | undefined): boolean =>
  (name === 'collisions' && (beside?.collisions.some(({ kind }) => kind === 'both') ?? false)) ||
  (name === 'owed' && (beside?.owed.some(({ overdue }) => overdue) ?? false));

function Section({ name, children }: { name: SectionName; children: React.ReactNode }) {
  const t = useReviewText();
  return (
    <section className="desk-section" data-section={name}>
      <h2>{t(`sheet.${name}`)}</h2>
      {children}
    </section>
  );
}

function SheetHead({ review }: { review: Review }) {
  const t = useReviewText();
  const a = useApplicationsText();
  const state = review.state as Application['state'];
  return (
    <header className="desk-sheet-head">
      <div className="desk-sheet-name">
        <h2>
          {review.edition}
          {review.name}
        </h2>
        <StateTag look={stateLook[state]}>{a(`state.${state}`)}</StateTag>
        {review.publishedAt ? (
          <span className="quiet">{t('sheet.published', { number: review.documentNumber ?? '' })}</span>
        ) : null}
      </div>
      <div className="desk-sheet-acts">
        {review.decision ? (
          <GoButton size="small" to={`/decision-records/${review.id}`} icon={<Icon name="print" />}>
            {t('sheet.print')}
          </GoButton>
        ) : null}
      </div>
    </header>
  );
}
