import { useCallback, useEffect, useRef, useState } from 'react';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { asProblem, type Problem } from '../api/problem.js';
import { keyOf, queryClient } from '../api/query.js';
import type { Saving } from '../parts/save-state.js';
import { bodyOf, changedParts, type FormValues, valuesOf } from './form-values.js';
import type { Application, EditApplication } from './types.js';

/** How long typing has to rest before it is saved, and how soon a lost connection is tried again. */
const restMs = 900;
const againMs = 4000;

export interface Autosave {
  saving: Saving;
  /** The refusal of what could not be saved; its faults stand beside their fields. */
  problem: Problem | null;
  /** Somebody else has changed the application meanwhile. */
  conflict: boolean;
  /** The form has changed. */
  note: (values: FormValues) => void;
  /** Saves what is not saved yet; answers the application as it then is, or null where it could not be saved. */
  flush: () => Promise<Application | null>;
  /** Takes over an answer of another verb (a document was added): its version is the one to go on from. */
  adopt: (application: Application) => void;
}

/**
 * Saves the form by itself, one request at a time, each with the parts that have changed and the version that it is
 * based on. Nothing is ever overwritten: where somebody else was faster, the form says so and stops.
 */
export function useAutosave(first: Application): Autosave {
  const latest = useRef(first);
  const sent = useRef<EditApplication>(bodyOf(valuesOf(first)));
  const wanted = useRef<FormValues | null>(null);
  const running = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stopped = useRef(false);
  const [saving, setSaving] = useState<Saving>({ state: 'saved' });
  const [problem, setProblem] = useState<Problem | null>(null);

  const adopt = useCallback((application: Application) => {
    latest.current = application;
    const key = keyOf('/api/v1/applications/{applicationId}', {
      params: { path: { applicationId: application.id } },
    });
    queryClient.setQueryData(key, application);
  }, []);

  const send = useCallback(async (): Promise<void> => {
    const values = wanted.current;
    if (!values || stopped.current) return;
    const body = bodyOf(values);
    const parts = changedParts(body, sent.current);
    wanted.current = null;
    if (!parts) {
      setSaving({ state: 'saved' });
      return;
    }
    setSaving({ state: 'sending' });
    try {
      const answer = await take(
        api.PATCH('/api/v1/applications/{applicationId}', {
          params: { path: { applicationId: latest.current.id } },
          headers: ifMatch(latest.current.version),
          body: parts,
        }),
      );
      sent.current = body;
      adopt(answer);
      setProblem(null);
      setSaving(wanted.current ? { state: 'unsaved' } : { state: 'saved', at: answer.serverTime });
    } catch (thrown) {
      const met = asProblem(thrown);
      if (met.isStale) stopped.current = true;
      const offline = met.isOffline || met.status >= 500;
      // Nothing is forgotten: what could not be carried is tried again, what was refused waits until it is changed.
      wanted.current ??= values;
      if (offline) timer.current = setTimeout(() => void run(), againMs);
      setProblem(met);
      setSaving({ state: offline ? 'offline' : 'refused' });
    }
  }, [adopt]);

  const run = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    running.current = (running.current ?? Promise.resolve()).then(send);
    await running.current;
  }, [send]);

  const note = useCallback(
    (values: FormValues) => {
      wanted.current = values;
      if (stopped.current) return;
      setSaving({ state: 'unsaved' });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void run(), restMs);
    },
    [run],
  );

  const flush = useCallback(async (): Promise<Application | null> => {
    await run();
    return wanted.current || stopped.current ? null : latest.current;
  }, [run]);

  // Leaving the page saves at once; closing the tab asks where something is still unsaved.
  useEffect(() => {
    const ask = (leaving: BeforeUnloadEvent) => {
      if (wanted.current && !stopped.current) leaving.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      void run();
    };
  }, [run]);

  return { saving, problem, conflict: problem?.isStale === true, note, flush, adopt };
}
