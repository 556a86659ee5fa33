import './messages.js';

export { Delegation } from './delegation.entity.js';
export { Quota } from './quota.entity.js';
export { Entry } from './entry.entity.js';
export { Competitor } from './competitor.entity.js';
export { CheckIn } from './check-in.entity.js';
export { Draw } from './draw.entity.js';
export { Placement } from './placement.entity.js';
export { PlacementMove } from './placement-move.entity.js';
export { Work } from './work.entity.js';
export { BlindCode } from './blind-code.entity.js';

export {
  canonicalJson,
  drawAlgorithm,
  type DrawInputs,
  type DrawnPlace,
  drawObstacles,
  type DrawOutcome,
  drawPlaces,
  inputsHash,
  NoArrangement,
  type StationRule,
  stationRules,
} from './draw.js';
export { DrawRandom } from './draw-random.js';
export { drawCodes, isWorkCode } from './work-code.js';
export { type DrawSeeds, seedHash } from './draw-writing.js';
export { type RedrawCheck, redrawChecks } from './redraw-checks.js';
export { type EntryMove, moveEntry } from './move-entry.js';
export { assertMarksNothing } from './floor-access.js';
export { type CheckInStatus, checkInStatuses, type EntryStatus, entryStatusOf } from './entry-status.js';
export { type EntryState, entryStateNames, entrySteps } from './entry-states.js';
export { sheetCode } from './sheet-code.js';
export { registrationHomeItems } from './home-items.js';
export { addRegistrationStageChecks } from './stage-checks.js';
export { registrationDoor, type RegistrationDoor } from './admission.js';
export { nationalDelegations } from './national-delegations.js';

export { CheckIns } from './check-ins.service.js';
export { Competitors } from './competitors.service.js';
export { Labels } from './labels.service.js';
export { Sheets } from './sheets.service.js';
export { Delegations } from './delegations.service.js';
export { Draws } from './draws.service.js';
export { Entries } from './entries.service.js';
export { EntryReviews } from './entry-reviews.service.js';
export { Placements } from './placements.service.js';
export { Quotas } from './quotas.service.js';
export { Rosters, type RosterSource } from './rosters.service.js';
export { RegistrationModule } from './registration.module.js';

export * from './check-in.dto.js';
export * from './delegation.dto.js';
export * from './draw.dto.js';
export * from './entry.dto.js';
export * from './placement.dto.js';
export * from './quota.dto.js';
export * from './roster.dto.js';
export * from './competitor.dto.js';
export * from './label.dto.js';
export * from './sheet.dto.js';
