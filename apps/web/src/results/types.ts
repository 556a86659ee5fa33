import type { paths } from '../api/schema.js';

type Get<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type Ranking = Get<'/api/v1/events/{eventId}/skills/{skillId}/ranking'>;
export type RankingRow = Ranking['rows'][number];
export type UndecidedTie = Ranking['undecided'][number];
export type Decoding = Get<'/api/v1/events/{eventId}/skills/{skillId}/decoding'>;
export type SkillResults = Get<'/api/v1/events/{eventId}/skills/{skillId}/results'>;
export type ResultRow = SkillResults['rows'][number];
export type Publishable = Get<'/api/v1/events/{eventId}/publishable'>['items'][number];
export type Publication = Get<'/api/v1/events/{eventId}/publications'>['items'][number];
export type Explanation = Get<'/api/v1/events/{eventId}/skills/{skillId}/results/{entryId}/explanation'>;
export type OwnResult = Get<'/api/v1/events/{eventId}/my-results'>['items'][number];
