import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { type DecideApplication, type ReturnApplication, type Review, reviewPaths } from './types.js';

/** The steps of the authority with one application; each answers where it then stands. */
export function useReviewVerbs(
  review: Review,
  heard: { onDone: (answer: Review) => void; onProblem?: (problem: Problem) => boolean | void },
) {
  const init = { params: { path: { applicationId: review.id } }, headers: ifMatch(review.version) };
  const because = (reason: string) => ({ ...init, params: { ...init.params, query: { reason } } });
  const verb = <Wish>(send: (wish: Wish) => Promise<unknown>) => ({
    send: async (wish: Wish) => (await send(wish)) as Review,
    outdates: reviewPaths,
    onDone: heard.onDone,
    ...(heard.onProblem ? { onProblem: heard.onProblem } : {}),
  });
  return {
    accept: useVerb(
      verb((_: null) => take(api.PUT('/api/v1/applications/{applicationId}/acceptance', init as never))),
    ),
    undoAcceptance: useVerb(
      verb((reason: string) =>
        take(api.DELETE('/api/v1/applications/{applicationId}/acceptance', because(reason) as never)),
      ),
    ),
    beginReview: useVerb(
      verb((_: null) => take(api.PUT('/api/v1/applications/{applicationId}/review', init as never))),
    ),
    sendBack: useVerb(
      verb((body: ReturnApplication) =>
        take(api.PUT('/api/v1/applications/{applicationId}/return', { ...init, body } as never)),
      ),
    ),
    decide: useVerb(
      verb(async (body: DecideApplication) => {
        // Deciding on what was only accepted begins its review first.
        let version = review.version;
        if (review.state === 'accepted') {
          const begun = (await take(
            api.PUT('/api/v1/applications/{applicationId}/review', init as never),
          )) as unknown as Review;
          version = begun.version;
        }
        return take(
          api.PUT('/api/v1/applications/{applicationId}/decision', {
            ...init,
            headers: ifMatch(version),
            body,
          } as never),
        );
      }),
    ),
    undoDecision: useVerb(
      verb((reason: string) =>
        take(api.DELETE('/api/v1/applications/{applicationId}/decision', because(reason) as never)),
      ),
    ),
    revoke: useVerb(
      verb((body: { reason: string; article: string }) =>
        take(api.PUT('/api/v1/applications/{applicationId}/revocation', { ...init, body } as never)),
      ),
    ),
  };
}
