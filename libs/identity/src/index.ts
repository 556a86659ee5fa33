import './messages.js';

export { Person } from './person.entity.js';
export { Organisation } from './organisation.entity.js';
export { Authority } from './authority.entity.js';
export { Account } from './account.entity.js';
export { RoleGrant } from './role-grant.entity.js';
export { SignInSession } from './sign-in-session.entity.js';
export { ApiToken } from './api-token.entity.js';
export { SignInFailure } from './sign-in-failure.entity.js';
export { AccessChange } from './access-change.entity.js';
export { type Permission, permissions } from './permissions.js';
export {
  grantsFor,
  mayAnywhere,
  mayAt,
  mayInEvent,
  type Place,
  type ReachColumns,
  type ReachSql,
  reachSql,
  roleMay,
  sees,
} from './reach.js';
export {
  type Area,
  areaPrefix,
  assertGoverns,
  governs,
  type Jurisdiction,
  jurisdictionsFor,
  overseenSql,
  oversees,
} from './jurisdiction.js';
export { assertMay, assertMayAnywhere, assertMayInEvent, NotSignedIn } from './access.js';
export { type OrganisationEvent, organisationEvents } from './organisation-events.js';
export { findPlaces, type NamedPlace, placeLookups } from './places.js';
export { sessionHours, type SignedIn, SignIns } from './sign-ins.service.js';
export { SessionService, type SignInPlace } from './session.service.js';
export * from './session.dto.js';
export { IdentityModule } from './identity.module.js';
export { accessChanged } from './access-changes.js';
export { endRoles, type GrantFilter, type GrantRow, grantRoles, type NewGrant } from './role-grants.js';
export { handsDown, mayGive, roleReaches, rolesClash, rolesToGive } from './hand-down.js';
export { AccountService } from './account.service.js';
export * from './account.dto.js';
export * from './role-grant.dto.js';
export { ApiTokenService } from './api-token.service.js';
export * from './api-token.dto.js';
export { AuditTrail } from './audit-trail.service.js';
export * from './audit-trail.dto.js';
export { type HomeItem, homeItems } from './home-items.js';
export { HomeService } from './home.service.js';
export * from './home.dto.js';
export { OrganisationService } from './organisation.service.js';
export * from './organisation.dto.js';
export { AuthorityService } from './authority.service.js';
export * from './authority.dto.js';
export { PasswordService } from './password.service.js';
export { RoleGrantService } from './role-grant.service.js';
export { hashSecret, newSecret } from './secrets.js';
export { PasswordHasher } from './password-hasher.js';
export { canonicalLogin, loginPattern } from './login.js';
export { roleInWords, roleNames } from './role-names.js';
