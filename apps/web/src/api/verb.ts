import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef } from 'react';
import { useFrameText } from '../frame/words.js';
import { useSaid } from '../language/language.js';
import { uuid } from './attempt.js';
import { asProblem, type Problem } from './problem.js';
import { outdate, queryClient, type GetPath } from './query.js';

/**
 * One verb of a screen: sends it, shows a refusal with what to do next, reads again what it has changed.
 * The same idempotency key goes with every retry of the same wish; a new one is made once a wish was granted, refused
 * or changed. A 412 (somebody else changed it) asks to show the latest; nothing is overwritten.
 *
 * @example
 * const submit = useVerb({
 *   send: (form: FormIn, key) => take(api.POST('/api/v1/…', { body: form, headers: idempotencyKey(key) })),
 *   outdates: ['/api/v1/…'],
 *   said: t('submitted'),
 * });
 * <Button loading={submit.isPending} onClick={() => submit.mutate(form)} />
 */
export function useVerb<Wish, Answer>(verb: {
  send: (wish: Wish, idempotencyKey: string) => Promise<Answer>;
  /** The GET paths whose answers this verb changes. */
  outdates?: readonly GetPath[];
  /** Said quietly when it has succeeded. */
  said?: string | ((answer: Answer) => string);
  onDone?: (answer: Answer, wish: Wish) => void;
  /** Somebody else changed the thing meanwhile (412): instead of the dialog that offers the latest. */
  onStale?: (problem: Problem) => void;
  /** Return true when the screen shows the problem itself (a form shows faults beside its fields). */
  onProblem?: (problem: Problem) => boolean | void;
}) {
  const { message, modal, notification } = App.useApp();
  const t = useFrameText();
  const said = useSaid();
  const attempt = useRef<{ wish: string; key: string } | null>(null);

  return useMutation({
    mutationFn: (wish: Wish) => {
      const told = toldBy(wish);
      if (attempt.current?.wish !== told) attempt.current = { wish: told, key: uuid() };
      return verb.send(wish, attempt.current.key);
    },
    onSuccess: async (answer, wish) => {
      attempt.current = null;
      await outdate(...(verb.outdates ?? []));
      if (verb.said !== undefined) {
        void message.success(typeof verb.said === 'string' ? verb.said : verb.said(answer));
      }
      verb.onDone?.(answer, wish);
    },
    onError: (thrown) => {
      const problem = asProblem(thrown);
      // Only a refusal is the end of the wish: after a lost or broken answer it may have been granted already.
      if (problem.status >= 400 && problem.status < 500) attempt.current = null;
      if (problem.isSignedOut) return;
      // Before the screen's own way, so that no form that shows its faults itself forgets about the other person.
      if (problem.isStale && verb.onStale) return verb.onStale(problem);
      if (problem.isStale) {
        modal.confirm({
          title: t('stale.title'),
          content: t('stale.line'),
          okText: t('stale.reload'),
          cancelText: t('stale.keep'),
          onOk: () => queryClient.invalidateQueries(),
        });
        return;
      }
      if (verb.onProblem?.(problem) === true) return;
      notification.error({
        key: problem.code,
        title: said(problem.said),
        description:
          problem.errors.length > 0 ? problem.errors.map((fault) => said(fault.message)).join('\n') : null,
        duration: problem.isOffline ? 6 : 12,
      });
    },
  });
}

/** A wish as text, to know a retry from another wish; files by name, size and age. */
function toldBy(wish: unknown): string {
  const file = (_key: string, value: unknown): unknown =>
    value instanceof File ? [value.name, value.size, value.lastModified] : value;
  return JSON.stringify(wish, file) ?? '';
}
