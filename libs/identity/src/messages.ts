import { defineConstraintCodes, defineMessages } from '@luban/platform';

/** What identity refuses, in both languages. */
export const identityMessages = defineMessages({
  'identity.not-signed-in': {
    zh: '请先登录。如果您刚才已登录，登录可能已过期或已在别处退出，请重新登录。',
    en: 'Please sign in first. If you were signed in, the sign-in has expired or was ended elsewhere: sign in again.',
  },
  'identity.sign-in-failed': {
    zh: '账号或密码不对。请检查大小写后重试；忘记密码请联系给您账号的人重置。',
    en: 'The login or the password is wrong. Check and try again; whoever gave you the account can reset a forgotten password.',
  },
  'identity.slow-down': {
    zh: '多次登录失败，请等待 {retryAfterSeconds} 秒后再试。',
    en: 'Several sign-ins failed. Please wait {retryAfterSeconds} seconds and try again.',
  },
  'identity.password-change-required': {
    zh: '请先修改初始密码，然后才能继续。',
    en: 'Please change your initial password before going on.',
  },
  'identity.needs-session': {
    zh: '此操作需要在浏览器中登录后进行，不能使用 API 令牌。',
    en: 'This needs a person signed in with a browser; an API token may not do it.',
  },
  'identity.cross-site': {
    zh: '请求来自其他网站，已被拒绝。请从本系统的页面进行操作。',
    en: 'The request came from another site and was refused. Work from the pages of this system.',
  },
  'identity.not-in-reach': {
    zh: '没有找到，或不在您的权限范围内。',
    en: 'Not found, or not within your reach.',
  },
  'identity.authority-exists': {
    zh: '该单位已登记为这一级、这一地区的人社部门。',
    en: 'This organisation already is the authority of that level and area.',
  },
  'identity.authority-not-found': { zh: '没有这个人社部门。', en: 'There is no such authority.' },
  'identity.area-unfit': {
    zh: '级别与行政区划代码不一致：国家级为 000000，省级如 330000，市级如 330100，县级如 330106。',
    en: 'Level and area do not fit: 000000 for the country, 330000 for a province, 330100 for a city, 330106 for a county.',
  },
  'identity.not-your-level': {
    zh: '此事项由该级、该地区的人社部门办理，您可以查看，不能办理。',
    en: 'This is decided by the authority of that level and area. You may look, but not decide.',
  },
  'identity.role-may-not': {
    zh: '您的角色不能进行此操作。请联系负责该事项的人员。',
    en: 'Your role may not do this. Ask whoever is responsible for it.',
  },
  'identity.route-undeclared': {
    zh: '此接口没有声明权限，因此拒绝访问。',
    en: 'This route does not declare who may call it, so nobody may.',
  },
  'identity.login-taken': {
    zh: '账号已被使用。请换一个，或把角色授予已有账号。',
    en: 'The login is taken. Choose another, or give the role to the existing account.',
  },
  'identity.login-twice': {
    zh: '账号 {login} 在名单中出现了不止一次。',
    en: 'The login {login} appears more than once in the list.',
  },
  'identity.login-form': {
    zh: '账号应为 3 至 64 个字符：小写字母、数字和 . _ - @，以字母或数字开头。',
    en: 'A login has 3 to 64 characters: small letters, digits and . _ - @, beginning with a letter or digit.',
  },
  'identity.account-not-found': {
    zh: '没有这个账号，或不在您的权限范围内。',
    en: 'There is no such account, or it is not within your reach.',
  },
  'identity.account-disabled': {
    zh: '此账号已停用。请先启用。',
    en: 'This account is disabled. Enable it first.',
  },
  'identity.account-beyond-you': {
    zh: '此账号还持有您无权授予的角色，因此不能由您修改。请联系管理员。',
    en: 'This account also holds roles that you could not give, so it is not yours to change. Ask an administrator.',
  },
  'identity.own-account': {
    zh: '不能对自己的账号进行此操作。请由其他管理人员办理。',
    en: 'You cannot do this to your own account. Ask somebody else who may.',
  },
  'identity.last-administrator': {
    zh: '这是最后一名管理员，不能停用，也不能撤销其角色。请先指定另一名管理员。',
    en: 'This is the last administrator: neither the account nor the role can be taken away. Appoint another first.',
  },
  'identity.role-not-below': {
    zh: '您不能在此范围内授予“{role}”角色。只能向下授予：{allowed}。',
    en: 'You may not give the role “{role}” here. You may hand down: {allowed}.',
  },
  'identity.role-reach-missing': {
    zh: '角色“{role}”必须指定 {needs}。',
    en: 'The role “{role}” needs its {needs}.',
  },
  'identity.role-reach-excess': {
    zh: '角色“{role}”不能指定 {excess}。',
    en: 'The role “{role}” takes no {excess}.',
  },
  'identity.role-needed': {
    zh: '新账号至少要有一个角色。',
    en: 'A new account needs at least one role.',
  },
  'identity.roles-incompatible': {
    zh: '同一赛事中，“{role}”与已有角色“{held}”不能由同一人担任。',
    en: 'Within one event the same person cannot be “{role}” and “{held}”.',
  },
  'identity.role-held': {
    zh: '此账号已经持有这个角色。',
    en: 'The account already holds this role.',
  },
  'identity.role-refused': {
    zh: '角色的范围不对，原因见下。',
    en: 'The reach of the role is not right; the reasons are below.',
  },
  'identity.role-not-found': {
    zh: '没有这个角色授予，或不在您的权限范围内。',
    en: 'There is no such role grant, or it is not within your reach.',
  },
  'identity.role-ended': {
    zh: '这个角色已经结束。',
    en: 'This role has already ended.',
  },
  'identity.place-unknown': {
    zh: '没有这个{what}，或它不属于该赛事。',
    en: 'There is no such {what}, or it does not belong to the event.',
  },
  'identity.password-wrong': {
    zh: '当前密码不对。',
    en: 'The current password is wrong.',
  },
  'identity.password-same': {
    zh: '新密码与当前密码相同，请换一个。',
    en: 'The new password is the current one. Choose another.',
  },
  'identity.password-refused': {
    zh: '这个密码不能使用，原因见下。',
    en: 'This password cannot be used; the reasons are below.',
  },
  'identity.password-too-short': {
    zh: '密码至少 {min} 个字符。可以用一句话。',
    en: 'A password has at least {min} characters. A sentence is fine.',
  },
  'identity.password-too-long': {
    zh: '密码最多 {max} 个字符。',
    en: 'A password has at most {max} characters.',
  },
  'identity.password-too-common': {
    zh: '这个密码太常见，容易被猜到。',
    en: 'This password is too common and easily guessed.',
  },
  'identity.password-holds-login': {
    zh: '密码不能包含账号。',
    en: 'A password cannot contain the login.',
  },
  'identity.password-too-simple': {
    zh: '密码的字符太单一或是连续的序列。',
    en: 'The password repeats too few characters, or is a plain sequence.',
  },
  'identity.batch-refused': {
    zh: '名单中有 {count} 处问题，一个账号也没有创建。改正后重试。',
    en: 'The list has {count} faults; no account was created. Mend them and try again.',
  },
  'identity.organisation-not-found': {
    zh: '没有这个单位。',
    en: 'There is no such organisation.',
  },
  'identity.organisation-name-taken': {
    zh: '已有同名单位。',
    en: 'An organisation of this name exists already.',
  },
  'identity.organisation-beyond-you': {
    zh: '只能修改您自己的单位，或由您建立的单位。',
    en: 'You may change your own organisation, or one that you created.',
  },
  'identity.token-not-found': {
    zh: '没有这个令牌，或它已被撤销。',
    en: 'There is no such token, or it has been revoked.',
  },
  'identity.token-expiry': {
    zh: '令牌的有效期须在将来，最长一年。',
    en: 'A token expires in the future, at most a year from now.',
  },
  'identity.too-many-tokens': {
    zh: '令牌最多 {max} 个。请先撤销不用的。',
    en: 'At most {max} tokens. Revoke those you no longer use.',
  },
  'identity.session-not-found': {
    zh: '没有这个登录，或它已退出。',
    en: 'There is no such sign-in, or it has ended.',
  },
  'identity.busy': {
    zh: '登录人数较多，请 {retryAfterSeconds} 秒后再试。',
    en: 'Many people are signing in. Please try again in {retryAfterSeconds} seconds.',
  },
});

defineConstraintCodes({
  authority_organisation_level_division_code_idx: 'identity.authority-exists',
  account_login_key: 'identity.login-taken',
  organisation_name_key: 'identity.organisation-name-taken',
  role_grant_live_key: 'identity.role-held',
});
