import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import type { Problem } from '../api/problem.js';
import { Icon, type IconName } from '../look/icons.js';
import { DecideDialog } from './decide-dialog.js';
import { ReasonDialog } from './reason-dialog.js';
import { ReturnDialog } from './return-dialog.js';
import { RevokeDialog } from './revoke-dialog.js';
import type { Review } from './types.js';
import type { Undoable } from './undo-bar.js';
import { useActionKeys } from './use-desk-keys.js';
import { useReviewVerbs } from './use-review-verbs.js';
import { useReviewText } from './words.js';

type Open = 'decide' | 'return' | 'revoke' | 'undo' | null;

const decisions = ['grant', 'grantWithConditions', 'decline'];

/** What the reader may do now, by the table of transitions: the next step first, each with its key. */
export function ActionBar(props: { review: Review; onDone: (done: Undoable, leaves: boolean) => void }) {
  const { review, onDone } = props;
  const t = useReviewText();
  const [open, setOpen] = useState<Open>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const may = (action: string) => review.actions.includes(action);
  const show = (dialog: Open) => {
    setProblem(null);
    setOpen(dialog);
  };
  const verbs = useReviewVerbs(review, {
    onDone: (answer) => {
      setOpen(null);
      onDone(...doneBy(answer, review, t));
    },
    onProblem: (refusal) => {
      if (open === null) return false;
      setProblem(refusal);
      return true;
    },
  });
  const mayDecide = decisions.some(may);
  const canDecide = mayDecide || may('beginReview');
  const mayReturn = may('return') || may('returnUnaccepted');
  const acts = {
    a: may('accept') ? () => verbs.accept.mutate(null) : undefined,
    b: may('beginReview') ? () => verbs.beginReview.mutate(null) : undefined,
    d: canDecide ? () => show('decide') : undefined,
    r: mayReturn ? () => show('return') : undefined,
    u: may('undoDecision') || may('undoAcceptance') ? () => show('undo') : undefined,
  };
  const undoes = may('undoDecision') ? verbs.undoDecision : verbs.undoAcceptance;
  const undoWords = t(may('undoDecision') ? 'act.undoDecision' : 'act.undoAcceptance');
  useActionKeys(acts);
  const button = (key: keyof typeof acts, words: string, icon: IconName, primary = false, busy = false) =>
    acts[key] ? (
      <Tooltip title={t('act.keyHint', { key: key.toUpperCase() })}>
        <Button
          type={primary ? 'primary' : 'default'}
          icon={<Icon name={icon} />}
          loading={busy}
          onClick={acts[key]}
        >
          {words}
        </Button>
      </Tooltip>
    ) : null;
  const nothing = Object.values(acts).every((act) => act === undefined) && !may('revoke');
  return (
    <div className="desk-action-row">
      {button('a', t('act.accept'), 'checkIn', true, verbs.accept.isPending)}
      {button('d', t('act.decide'), 'edit', true)}
      {button('b', t('act.beginReview'), 'stage', false, verbs.beginReview.isPending)}
      {button('r', t('act.return'), 'back')}
      {button('u', undoWords, 'undo')}
      {may('revoke') ? (
        <Button danger icon={<Icon name="remove" />} onClick={() => show('revoke')}>
          {t('act.revoke')}
        </Button>
      ) : null}
      {nothing && !review.bar ? <span className="quiet">{waitsFor(review, t)}</span> : null}
      {open === 'decide' ? (
        <DecideDialog
          review={review}
          busy={verbs.decide.isPending}
          problem={problem}
          onDecide={(wish) => verbs.decide.mutate(wish)}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'return' ? (
        <ReturnDialog
          review={review}
          busy={verbs.sendBack.isPending}
          problem={problem}
          onReturn={(wish) => verbs.sendBack.mutate(wish)}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'undo' ? (
        <ReasonDialog
          title={undoWords}
          label={t('act.undoReason')}
          initial={t('act.undoReasonUsual')}
          verb={undoWords}
          needed
          busy={undoes.isPending}
          problem={problem}
          onSend={(reason) => undoes.mutate(reason)}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'revoke' ? (
        <RevokeDialog
          review={review}
          busy={verbs.revoke.isPending}
          problem={problem}
          onRevoke={(wish) => verbs.revoke.mutate(wish)}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  );
}

type Text = ReturnType<typeof useReviewText>;

function waitsFor(review: Review, t: Text): string {
  if (review.parts.length === 0) return t('act.watching');
  if (review.state === 'returned') return t('act.waitsApplicant');
  if (review.state === 'submitted') return t('act.waitsAcceptor');
  if (review.state === 'accepted' || review.state === 'underReview') return t('act.waitsReviewer');
  return t('act.nothing');
}

/** What was done, how it is taken back, and whether the application leaves the queue by it. */
function doneBy(answer: Review, before: Review, t: Text): [Undoable, boolean] {
  const { id, name, version, state } = answer;
  const said = (key: Parameters<Text>[0], undo: Undoable['undo'], leaves: boolean): [Undoable, boolean] => [
    { id, said: t(key, { name }), undo },
    leaves,
  ];
  if (state === 'granted' || state === 'grantedWithConditions' || state === 'declined')
    return said(`act.${state}`, { kind: 'decision', version }, true);
  if (state === 'accepted') return said('act.accepted', { kind: 'acceptance', version }, true);
  if (state === 'returned') return said('act.returned', null, true);
  if (state === 'revoked') return said('act.revoked', null, false);
  if (state === 'submitted') return said('act.acceptanceUndone', null, false);
  return said(before.state === 'accepted' ? 'act.begun' : 'act.decisionUndone', null, false);
}
