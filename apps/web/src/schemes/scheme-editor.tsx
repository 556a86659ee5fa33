import { Button } from 'antd';
import { checkScheme, schemeMaxHundredths, type SchemeTree } from '@luban/scoring';
import { useEffect, useMemo, useState } from 'react';
import { useBlocker, useNavigate, useParams } from 'react-router';
import { idempotencyKey, ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { useVerb } from '../api/verb.js';
import { EventHeader } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { formatMark } from '../language/format.js';
import { Icon } from '../look/icons.js';
import { CellFindings } from '../parts/cell-findings.js';
import { EmptyState } from '../parts/empty-state.js';
import { StateTag } from '../parts/state-tag.js';
import { SchemeVerbs } from './schemes-page.js';
import { SectionsEditor } from './sections-editor.js';
import { type SchemeDetail, setUpPaths, useMayPrepare } from './skill-set-up.js';
import { SubEditor } from './sub-editor.js';
import { addCriterion, type Spot } from './tree-edits.js';
import { TreeNav } from './tree-nav.js';
import { useSchemeText } from './words.js';
import './schemes.css';

const whole = 10_000;

/** A scheme as a tree, with its running total and its warnings as it is typed. Read-only unless it is a draft. */
export function SchemeEditor(props: {
  scheme: SchemeDetail | null;
  tree: SchemeTree;
  at: Spot;
  onGo: (at: Spot) => void;
}) {
  const { scheme, tree: given, at, onGo: setAt } = props;
  const t = useSchemeText();
  const event = useEvent();
  const navigate = useNavigate();
  const { skillId = '' } = useParams();
  const base = `/events/${event.id}/skills/${skillId}/scheme`;
  const disabled = !useMayPrepare() || (scheme !== null && scheme.state !== 'draft');
  const [tree, setTree] = useState(given);
  const unsaved = tree !== given;
  const findings = useMemo(() => checkScheme(tree), [tree]);
  const total = schemeMaxHundredths(tree);
  const save = useVerb({
    send: (next: SchemeTree, key) =>
      scheme
        ? take(
            api.PUT('/api/v1/events/{eventId}/schemes/{schemeId}', {
              params: { path: { eventId: event.id, schemeId: scheme.id } },
              body: { tree: next as never },
              headers: ifMatch(scheme.version),
            }),
          )
        : take(
            api.POST('/api/v1/events/{eventId}/skills/{skillId}/schemes', {
              params: { path: { eventId: event.id, skillId } },
              body: { tree: next as never },
              headers: idempotencyKey(key),
            }),
          ),
    said: t('tree.saved'),
    outdates: setUpPaths,
    onDone: (kept) => {
      if (!scheme) void navigate(`${base}/${kept.id}`, { replace: true, state: 'saved' });
    },
  });
  useLeaveGuard(unsaved && !save.isPending && !save.isSuccess, t('tree.leave'));
  useEffect(() => {
    const keys = (pressed: KeyboardEvent) => {
      if (!(pressed.ctrlKey || pressed.metaKey) || pressed.key !== 's') return;
      pressed.preventDefault();
      if (unsaved && !disabled) save.mutate(tree);
    };
    window.addEventListener('keydown', keys);
    return () => window.removeEventListener('keydown', keys);
  }, [unsaved, disabled, tree, save]);
  const flagged = new Set(
    findings.flatMap(({ at: place }) =>
      place?.includes('.') ? [place.slice(0, place.lastIndexOf('.'))] : [],
    ),
  );
  const spot = settled(tree, at);
  return (
    <>
      <EventHeader
        title={scheme ? t('list.number', { number: scheme.number }) : t('list.build')}
        crumbs={[{ label: t('list.title'), to: base }]}
        withStages={false}
        tag={
          scheme ? (
            <StateTag
              look={scheme.state === 'inForce' ? 'passed' : scheme.state === 'draft' ? 'waiting' : 'ended'}
            >
              {t(`state.${scheme.state}`)}
            </StateTag>
          ) : null
        }
        line={disabled && scheme?.state !== 'draft' ? t('tree.readOnly') : undefined}
        actions={
          <>
            {scheme && !unsaved ? <SchemeVerbs scheme={scheme} base={base} /> : null}
            {disabled ? null : (
              <Button
                type="primary"
                disabled={!unsaved}
                loading={save.isPending}
                onClick={() => save.mutate(tree)}
              >
                {t('tree.save')}
              </Button>
            )}
          </>
        }
        {...(scheme
          ? { history: { eventId: event.id, subjectType: 'markingScheme', subjectId: scheme.id } }
          : {})}
      />
      <div className="total-bar" role="status">
        <span className="total-figure figures">{t('tree.of', { sum: formatMark(total) })}</span>
        <StateTag look={total === whole ? 'passed' : 'blocking'} quiet>
          {total === whole
            ? t('tree.exact')
            : total < whole
              ? t('tree.missing', { mark: formatMark(whole - total) })
              : t('tree.excess', { mark: formatMark(total - whole) })}
        </StateTag>
        <meter min={0} max={whole} value={Math.min(total, whole)} aria-label={t('tree.total')} />
        {disabled ? null : (
          <StateTag look={unsaved ? 'warning' : 'passed'} quiet>
            {unsaved ? t('tree.unsaved') : t('tree.allSaved')}
          </StateTag>
        )}
      </div>
      {tree.criteria.length === 0 ? (
        <EmptyState
          icon="scheme"
          title={t('tree.nothing')}
          line={t('tree.nothingLine')}
          action={
            disabled ? null : (
              <Button icon={<Icon name="add" />} onClick={() => setTree(addCriterion(tree))}>
                {t('tree.addCriterion')}
              </Button>
            )
          }
        />
      ) : (
        <div className="tree-desk">
          <TreeNav
            tree={tree}
            at={spot}
            onGo={setAt}
            onChange={setTree}
            disabled={disabled}
            flagged={flagged}
          />
          <SubEditor
            key={`${spot.criterion} ${spot.sub}`}
            tree={tree}
            at={spot}
            findings={findings}
            disabled={disabled}
            onChange={setTree}
          />
        </div>
      )}
      <SectionsEditor tree={tree} onChange={setTree} disabled={disabled} />
      {findings.length > 0 || (scheme && !unsaved && scheme.findings.length > 0) ? (
        <section className="page-section">
          <div className="section-head">
            <h2>{t('list.findings')}</h2>
          </div>
          <CellFindings
            imported
            findings={
              unsaved || !scheme
                ? findings.map(({ at: place, ...finding }) => ({ ...finding, cell: place }))
                : scheme.findings
            }
          />
        </section>
      ) : null}
    </>
  );
}

/** The spot, or the nearest there is after something was removed. */
function settled(tree: SchemeTree, { criterion, sub }: Spot): Spot {
  const c = Math.min(criterion, tree.criteria.length - 1);
  const subs = tree.criteria[c]?.subCriteria.length ?? 0;
  return { criterion: Math.max(0, c), sub: Math.max(0, Math.min(sub, subs - 1)) };
}

/** Asks before unsaved changes are left, within the app and when the tab is closed. */
function useLeaveGuard(unsaved: boolean, words: string): void {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved && nextLocation.state !== 'saved' && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(words)) blocker.proceed();
    else blocker.reset();
  }, [blocker, words]);
  useEffect(() => {
    if (!unsaved) return;
    const ask = (leaving: BeforeUnloadEvent) => leaving.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
}
