export { Person } from './person.entity.js';
export { Organisation } from './organisation.entity.js';
export { Account } from './account.entity.js';
export { RoleGrant } from './role-grant.entity.js';
export { SignInSession } from './sign-in-session.entity.js';
export { ApiToken } from './api-token.entity.js';
export { SignInFailure } from './sign-in-failure.entity.js';
