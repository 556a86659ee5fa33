import type { components } from '../api/schema.js';

type Schemas = components['schemas'];
export type Delegation = Schemas['DelegationReply'];
export type Quotas = Schemas['QuotaReply'];
export type QuotaCell = Schemas['QuotaCell'];
export type QuotaSkill = Schemas['QuotaSkill'];
export type Entry = Schemas['EntryReply'];
export type EntryOutcomes = Schemas['EntryOutcomes'];
export type Competitor = Schemas['CompetitorReply'];
export type CompetitorInput = Schemas['CompetitorInput'];
export type RosterPreview = Schemas['RosterPreview'];
export type RosterMapping = Schemas['RosterColumnsDto'];
export type RosterRow = Schemas['RosterRowReply'];
export type CheckInRow = Schemas['CheckInRow'];
export type Draw = Schemas['DrawReply'];
export type DrawPreflight = Schemas['DrawPreflight'];
export type Placement = Schemas['PlacementReply'];
export type Sheet = Schemas['SheetReply'];
export type LabelRelease = Schemas['LabelRelease'];

/** The paths whose answers change with an entry. */
export const entryPaths = [
  '/api/v1/events/{eventId}/entries',
  '/api/v1/events/{eventId}/entries/{entryId}',
  '/api/v1/events/{eventId}/delegations',
  '/api/v1/events/{eventId}/quotas',
  '/api/v1/events/{eventId}/stage',
  '/api/v1/home',
] as const;

/** The paths whose answers change with a draw or a move. */
export const drawPaths = [
  '/api/v1/events/{eventId}/skills/{skillId}/draws',
  '/api/v1/events/{eventId}/skills/{skillId}/draw-preflight',
  '/api/v1/events/{eventId}/skills/{skillId}/placements',
  '/api/v1/events/{eventId}/skills/{skillId}',
  '/api/v1/events/{eventId}/check-ins',
  '/api/v1/events/{eventId}/entries',
  '/api/v1/events/{eventId}/stage',
  '/api/v1/home',
] as const;
