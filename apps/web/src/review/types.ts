import type { components } from '../api/schema.js';

type Schemas = components['schemas'];
export type DeskRow = Schemas['DeskRowDto'];
export type DeskPage = Schemas['DeskPageDto'];
export type Review = Schemas['ReviewDto'];
export type ReviewCondition = Schemas['ReviewConditionDto'];
export type ReviewAmendment = Schemas['ReviewAmendmentDto'];
export type AmendedField = Schemas['AmendedFieldDto'];
export type Background = Schemas['DeskBackgroundDto'];
export type Collision = Schemas['CollisionDto'];
export type CalendarContest = Schemas['CalendarContestDto'];
export type CalendarCollision = Schemas['CalendarCollisionDto'];
export type ReviewFinding = Schemas['ApplicationFindingDto'];
export type Outcomes = Schemas['ApplicationOutcomesDto'];
export type SeenApplication = Schemas['SeenApplicationDto'];
export type DecideApplication = Schemas['DecideApplicationDto'];
export type ReturnApplication = Schemas['ReturnApplicationDto'];

/** The paths whose answers change with a step in review. */
export const reviewPaths = [
  '/api/v1/review-desk',
  '/api/v1/applications/{applicationId}/review',
  '/api/v1/applications/{applicationId}',
  '/api/v1/home',
] as const;
