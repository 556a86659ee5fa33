import type { components } from '../api/schema.js';

type Schemas = components['schemas'];
export type EventDto = Schemas['EventDto'];
export type EventListItem = Schemas['EventListItemDto'];
export type EventStage = Schemas['EventStageDto'];
export type NextStage = Schemas['NextStageDto'];
export type Party = Schemas['PartyDto'];
export type Skill = Schemas['SkillDto'];
export type SkillListItem = Schemas['SkillListItemDto'];
export type Group = Schemas['GroupDto'];
export type Module = Schemas['ModuleDto'];
export type Session = Schemas['SkillSessionDto'];
export type Workstation = Schemas['WorkstationDto'];
export type Venue = Schemas['VenueDto'];
export type Policy = Schemas['PolicyDto'];
export type PolicyChoice = Schemas['PolicyChoiceDto'];
export type PolicyParameters = Schemas['PolicyParametersDto'];
/** What was granted for an event of the annual plan. */
export type Grant = Schemas['ClassStatusDto'];
export type CreateEvent = Schemas['CreateEventDto'];
export type CreateSkill = Schemas['CreateSkillDto'];
export type SetUpPart = Schemas['EventMayDto']['change'][number];

/** The paths whose answers change with anything of an event's set-up. */
export const setUpPaths = [
  '/api/v1/events/{eventId}',
  '/api/v1/events/{eventId}/stage',
  '/api/v1/events/{eventId}/skills',
  '/api/v1/events/{eventId}/skills/{skillId}',
  '/api/v1/events/{eventId}/venues',
  '/api/v1/events',
  '/api/v1/home',
] as const;
