import type { Said } from '@luban/platform';

/**
 * What a noun of the audit is about, and with it who reads what of it (DOMAIN.md 9, "must not"):
 * `open` – all of the row, by everybody who reads the audit of that event or skill;
 * `people` – who entered, checked in, drew: not shown to those who mark, so that no code finds its maker;
 * `marks` – what was marked: the row is shown, its content before and after only to the chief judge of the skill.
 */
export type AuditFamily = 'open' | 'people' | 'marks';

/** The nouns of verbs (`form` in `form.signedOff`), in words. A noun that is not here is read as `marks` and `people`. */
export const auditNouns: Record<string, Said & { family: AuditFamily }> = {
  signIn: { zh: '登录', en: 'sign-in', family: 'people' },
  account: { zh: '账号', en: 'account', family: 'people' },
  role: { zh: '角色', en: 'role', family: 'people' },
  password: { zh: '密码', en: 'password', family: 'people' },
  token: { zh: 'API 令牌', en: 'API token', family: 'people' },
  organisation: { zh: '单位', en: 'organisation', family: 'open' },
};

/** Every verb that is recorded, in words that stand after a person's name. */
export const auditVerbs: Record<string, Said> = {
  'signIn.began': { zh: '登录', en: 'signed in' },
  'signIn.ended': { zh: '退出登录', en: 'signed out' },
  'signIn.endedEverywhere': { zh: '在所有设备上退出登录', en: 'signed out everywhere' },
  'account.created': { zh: '创建账号', en: 'created the account' },
  'account.edited': { zh: '修改账号资料', en: 'edited the account' },
  'account.disabled': { zh: '停用账号', en: 'disabled the account' },
  'account.enabled': { zh: '启用账号', en: 'enabled the account' },
  'role.given': { zh: '授予角色', en: 'gave a role' },
  'role.ended': { zh: '结束角色', en: 'ended a role' },
  'password.changed': { zh: '修改密码', en: 'changed the password' },
  'password.reset': { zh: '重置密码', en: 'reset the password' },
  'token.created': { zh: '创建 API 令牌', en: 'created an API token' },
  'token.revoked': { zh: '撤销 API 令牌', en: 'revoked an API token' },
  'organisation.created': { zh: '登记单位', en: 'registered the organisation' },
  'organisation.edited': { zh: '修改单位资料', en: 'edited the organisation' },
};

/** A verb in words; the verb itself where nobody has named it. */
export const verbInWords = (verb: string): Said => auditVerbs[verb] ?? { zh: verb, en: verb };

/** The nouns of the families named. */
export const nounsOf = (...families: AuditFamily[]): string[] =>
  Object.entries(auditNouns).flatMap(([noun, { family }]) => (families.includes(family) ? [noun] : []));
