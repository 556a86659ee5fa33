import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { api, take } from '../api/client.js';
import { asProblem } from '../api/problem.js';
import { got, keyOf, outdate, queryClient } from '../api/query.js';
import { recall, remember } from '../api/memory.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { ByHand } from '../look/by-hand.js';
import { AspectCard } from './aspect-card.js';
import { enter, keepTheirs, shownValue, typed } from './form-draft.js';
import { FormFoot } from './form-foot.js';
import { FormHead } from './form-head.js';
import { FormNotice } from './form-notice.js';
import { marksOf } from './form-marks.js';
import { HistoryDialog } from './history-dialog.js';
import { NotesDialog } from './notes-dialog.js';
import type { HeldForm, Outbox } from './outbox.js';
import type { Form } from './types.js';
import { useHeldForm, useOutbox } from './use-outbox.js';
import { useMarkingText } from './words.js';

const path = '/api/v1/events/{eventId}/forms/{formId}';
const askEveryMs = 4_000;
const viewKey = 'luban.marking.alone';

/** The marking screen: one form on a tablet, with one hand, on a bad network. */
export default function MarkingPage() {
  const { eventId = '', formId = '' } = useParams();
  const outbox = useOutbox();
  const query = useQuery({ ...got(path, { params: { path: { eventId, formId } } }), staleTime: 60_000 });
  const held = useHeldForm(outbox, formId);
  useEffect(() => {
    if (query.data) outbox.open(query.data);
  }, [outbox, query.data]);
  useNews(outbox, eventId, formId);
  useNeighbours(eventId, query.data);
  if (query.data && held) return <FormScreen key={formId} form={query.data} held={held} outbox={outbox} />;
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading />;
}

function FormScreen({ form, held, outbox }: { form: Form; held: HeldForm; outbox: Outbox }) {
  const t = useMarkingText();
  const [alone, setAlone] = useState(() => recall(viewKey) === 'yes');
  const [padKey, setPadKey] = useState<string | null>(null);
  const [notesOf, setNotesOf] = useState<string | null | undefined>(undefined);
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const [undoable, setUndoable] = useState<{ key: string; value: string | null }[]>([]);
  const { draft } = held;
  const marks = marksOf(form, draft);
  const disabled = !form.may.enter;
  const tap = (key: string, value: string | null) => {
    const before = shownValue(draft, key);
    if (before !== value) setUndoable((earlier) => [...earlier.slice(-49), { key, value: before }]);
    outbox.change(form.id, (now) => enter(now, key, value));
  };
  const undo = () => {
    const last = undoable.at(-1);
    if (!last) return;
    setUndoable((earlier) => earlier.slice(0, -1));
    outbox.change(form.id, (now) => enter(now, last.key, last.value));
    show(last.key.split(' ')[0]);
  };
  const goToOpen = (after?: string) => {
    const open = [...marks.unmarked, ...marks.spreads];
    const from = after === undefined ? -1 : form.aspects.findIndex(({ id }) => id === after);
    const next = form.aspects.find(({ id }, i) => i > from && open.includes(id));
    show(next?.id ?? open.find((id) => id !== after));
  };
  return (
    <ByHand>
      <div className="marking">
        <title>{`${form.workCode} · ${form.subCriterion.code} ${form.subCriterion.name}`}</title>
        <FormHead
          form={form}
          held={held}
          marks={marks}
          alone={alone}
          onAlone={(next) => {
            setAlone(next);
            remember(viewKey, next ? 'yes' : 'no');
          }}
          onHistory={() => setHistoryOpen(true)}
          onNotes={() => setNotesOf(null)}
        />
        <main className="marking-body">
          <FormNotice form={form} held={held} outbox={outbox} />
          {form.aspects.map((aspect) => (
            <AspectCard
              key={aspect.id}
              form={form}
              aspect={aspect}
              draft={draft}
              mark={marks.byAspect.get(aspect.id)}
              disabled={disabled}
              alone={alone}
              padKey={padKey}
              onPad={setPadKey}
              onType={(key, text) => outbox.change(form.id, (now) => typed(now, key, text))}
              onEnter={tap}
              onKeepTheirs={(key) => outbox.change(form.id, (now) => keepTheirs(now, key))}
              onNext={() => goToOpen(aspect.id)}
              onNotes={() => setNotesOf(aspect.id)}
            />
          ))}
        </main>
        <FormFoot
          form={form}
          held={held}
          marks={marks}
          canUndo={undoable.length > 0 && !disabled}
          onUndo={undo}
          onOpen={() => goToOpen()}
        />
        {notesOf === undefined ? null : (
          <NotesDialog form={form} aspectId={notesOf} onClose={() => setNotesOf(undefined)} />
        )}
        {isHistoryOpen ? <HistoryDialog form={form} onClose={() => setHistoryOpen(false)} /> : null}
        <span className="skip-text" aria-live="polite">
          {t('form.left', { count: marks.unmarked.length })}
        </span>
      </div>
    </ByHand>
  );
}

/** Brings an aspect into view and to the keyboard. */
function show(aspectId: string | undefined): void {
  const element = aspectId === undefined ? null : document.getElementById(`aspect-${aspectId}`);
  element?.scrollIntoView({ behavior: 'smooth', block: 'center' });
  element?.focus({ preventScroll: true });
}

/** Asks every few seconds what others saved on this form; when its state changed, reads it again. */
function useNews(outbox: Outbox, eventId: string, formId: string): void {
  useEffect(() => {
    let isGone = false;
    const ask = async () => {
      const held = outbox.get(formId);
      if (document.hidden || !held || held.saving === 'sending') return;
      const params = { path: { eventId, formId }, query: { since: held.draft.revision } };
      try {
        const news = await take(api.GET('/api/v1/events/{eventId}/forms/{formId}/changes', { params }));
        if (isGone) return;
        if (news.changes.length > 0) outbox.hear(formId, news.revision, news.changes);
        const shown = queryClient.getQueryData<Form>(keyOf(path, { params: { path: { eventId, formId } } }));
        if (shown && shown.state !== news.state) await outdate(path);
      } catch (thrown) {
        // Off-line shows by itself at the next save; a form that is gone is read again and says so.
        if (asProblem(thrown).isNotFound) await outdate(path);
      }
    };
    const timer = setInterval(() => void ask(), askEveryMs);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [outbox, eventId, formId]);
}

/** Reads the works before and after in advance, so that going on does not wait for the network. */
function useNeighbours(eventId: string, form: Form | undefined): void {
  const { previous, next } = form ?? {};
  useEffect(() => {
    for (const neighbour of [next, previous]) {
      if (!neighbour) continue;
      const params = { path: { eventId, formId: neighbour.id } };
      void queryClient.prefetchQuery({ ...got(path, { params }), staleTime: 60_000 });
    }
  }, [eventId, next, previous]);
}
