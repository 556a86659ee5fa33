import type { components } from '../api/schema.js';

type Schemas = components['schemas'];
export type Application = Schemas['ApplicationDto'];
export type ApplicationRow = Schemas['ApplicationRowDto'];
export type ApplicationFinding = Schemas['ApplicationFindingDto'];
export type ApplicationDocumentRow = Schemas['ApplicationDocumentDto'];
export type ApplicationOccupation = Schemas['ApplicationOccupationDto'];
export type ApplicationParty = Schemas['ApplicationPartyDto'];
export type ApplicationChange = Schemas['ApplicationChangeDto'];
export type ApplicationContent = Schemas['ApplicationContentDto'];
export type EditApplication = Schemas['EditApplicationDto'];
export type CreateApplication = Schemas['CreateApplicationDto'];
export type WindowRow = Schemas['WindowRowDto'];
export type WindowAuthority = Schemas['WindowAuthorityDto'];

/** The paths whose answers change with an application. */
export const applicationPaths = [
  '/api/v1/applications/{applicationId}',
  '/api/v1/applications',
  '/api/v1/home',
] as const;
