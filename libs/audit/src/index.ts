export { AuditEntry } from './audit-entry.entity.js';
export { type Actor, type ActorGrant, type Role, roles, systemActor } from './actor.js';
export { AuditModule } from './audit.module.js';
export { Audit, type AuditSubject, recordVerb } from './audit.service.js';
export { type AuditFamily, auditNouns, auditVerbs, nounsOf, verbInWords } from './verbs.js';
