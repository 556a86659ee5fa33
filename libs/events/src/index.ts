import './finding-messages.js';
import './messages.js';

export { CompetitionEvent } from './competition-event.entity.js';
export { EventParty } from './event-party.entity.js';
export { Venue } from './venue.entity.js';
export { Skill } from './skill.entity.js';
export { Group } from './group.entity.js';
export { Module } from './module.entity.js';
export { Session } from './session.entity.js';
export { Workstation } from './workstation.entity.js';
export { StageEntry } from './stage-entry.entity.js';

export {
  assertStage,
  eventOf,
  eventToChange,
  groupsOf,
  modulesOf,
  reachesEvent,
  reachesSkill,
  rolesIn,
  type RowLock,
  sessionsOf,
  skillOf,
  skillsOf,
  workstationsOf,
} from './reads.js';
export {
  isAtLeast,
  nextStages,
  type Stage,
  stageNames,
  stages,
  type Transition,
  transition,
  transitions,
} from './stages.js';
export {
  addStageCheck,
  type Finding,
  finding,
  type Severity,
  type StageCheck,
  stageChecks,
} from './stage-checks.js';
export { overlap, readSetUp, type SetUp, type SkillSetUp } from './set-up.js';
export { changeableParts, type SetUpPart, setUpRules } from './set-up-rules.js';
export { eventLevels, type EventLevel, specialKinds, type SpecialKind } from './levels.js';
export { weighedPolicy } from './weighed-policy.js';
export { buildPolicy, type PolicyParameters } from './skill-policy.js';
export { policyForReading, shippedPolicies } from './policy-reading.js';
export {
  type WorldSkill,
  worldSkill,
  worldSkills,
  worldSkillSectors,
  worldSkillsSource,
} from './world-skills.js';
export { dayAfter, dayIn, daysBetween, isTimeZone, sameTimeDaysOn } from './zone-days.js';
export { readWorkstationCodes } from './workstation-codes.js';
export { readOccupationCode } from './occupation-code.js';
export { type GrantedChange, occupationLimits } from './occupation-limits.js';
export { type GrantedEvent, GrantedEvents, type GrantedSkill } from './granted-events.service.js';

export { CloneService } from './clone.service.js';
export { EventService } from './event.service.js';
export { EventsQueries } from './events.queries.js';
export { PartyService } from './party.service.js';
export { SkillPartService } from './skill-part.service.js';
export { SkillService } from './skill.service.js';
export { StageService } from './stage.service.js';
export { VenueService } from './venue.service.js';
export { EventsModule } from './events.module.js';

export * from './event.dto.js';
export * from './event-reply.dto.js';
export * from './policy.dto.js';
export * from './public-events.dto.js';
export * from './skill.dto.js';
export * from './skill-part.dto.js';
export * from './venue.dto.js';
export * from './skill-reply.dto.js';
export { markAsDemo } from './demo-mark.js';
