import { canonicalLogin, loginPattern } from '@luban/identity';
import type { Said } from '@luban/scoring';
import type { JudgeListColumn, JudgeListRow } from '@luban/workbooks';
import type { JudgeListFindingReply } from './judge-list.dto.js';
import { type JudgePart, judgeParts } from './judge.dto.js';

/** What a list of judges is held against. */
export interface JudgeListTerms {
  delegations: { id: string; code: string; name: string; nameEn: string | null }[];
  /** Accounts of the logins that the list names. */
  accounts: { id: string; login: string; displayName: string; disabled: boolean }[];
  /** Who judges the skill already. */
  judges: { accountId: string; displayName: string; part: string; delegationId: string | null }[];
}

/** A row understood. `part` is null where its cell is no part of a judge. */
export interface ListedJudge {
  row: number;
  name: string;
  login: string;
  part: JudgePart | null;
  delegation: { id: string; name: string } | null;
  accountId: string | null;
  outcome: 'new' | 'existing' | 'there' | 'faulty';
}

const partWords: Record<JudgePart, RegExp> = {
  chiefJudge: /^(裁判长|chiefjudge|chief|chiefexpert|ce)$/,
  judge: /^(|裁判|裁判员|评分裁判|judge|expert|member)$/,
  floorJudge: /^(现场裁判|现场裁判员|floorjudge|floor)$/,
  recorder: /^(录分员|录入员|记分员|recorder)$/,
  checker: /^(复核员|复核|checker)$/,
};

/**
 * Holds a list against the skill: who each row is, with a finding at every cell that cannot be taken. A row whose login
 * exists makes that account a judge; a row without one gets a new account. A blocking finding keeps the whole list out.
 */
export function readJudges(
  rows: readonly JudgeListRow[],
  terms: JudgeListTerms,
): { judges: ListedJudge[]; findings: JudgeListFindingReply[] } {
  const findings: JudgeListFindingReply[] = [];
  const delegationOf = finderOf(terms.delegations);
  const accounts = new Map(terms.accounts.map((account) => [account.login, account]));
  const seenLogins = new Map<string, number>();
  const seenNames = new Map<string, number>();
  const judges = rows.map(({ row, cells }): ListedJudge => {
    const before = findings.length;
    const find = (severity: 'warning' | 'blocking', code: string, column: JudgeListColumn, message: Said) =>
      findings.push({ code: `judging.${code}`, severity, cell: cells[column].at, message });
    const name = cells.name.text.replace(/^([\p{Script=Han}])\s+(?=\p{Script=Han})/u, '$1');
    if (name === '') {
      find('blocking', 'judge-unnamed', 'name', { zh: '缺少姓名。', en: 'The name is missing.' });
    } else if (name.length > 100) {
      find('blocking', 'judge-name-long', 'name', {
        zh: '姓名超过 100 字。',
        en: 'The name is longer than 100.',
      });
    }
    const part = partOf(cells.part.text);
    if (!part) {
      find('blocking', 'judge-part-unknown', 'part', {
        zh: `“${cells.part.text}”不是裁判职责（裁判长、裁判、现场裁判、录分员、复核员）。`,
        en: `"${cells.part.text}" is none of: chief judge, judge, floor judge, recorder, checker.`,
      });
    }
    const wanted = cells.delegation.text;
    const delegation = wanted === '' ? null : delegationOf(wanted);
    if (wanted !== '' && !delegation) {
      find('blocking', 'judge-delegation-unknown', 'delegation', {
        zh: `本赛事没有代表团“${wanted}”。`,
        en: `This event has no delegation "${wanted}".`,
      });
    } else if (wanted === '' && part === 'judge') {
      find('warning', 'judge-without-delegation', 'delegation', {
        zh: '没有写代表团：该裁判不回避任何代表团。',
        en: 'No delegation is given: this judge is nobody’s compatriot.',
      });
    }
    const login = canonicalLogin(cells.login.text);
    const account = login === '' ? undefined : accounts.get(login);
    const earlier = login === '' ? undefined : seenLogins.get(login);
    if (login !== '' && !loginPattern.test(login)) {
      find('blocking', 'judge-login-form', 'login', {
        zh: '登录名须为 3–64 位小写字母、数字或 . _ - @，以字母或数字开头。',
        en: 'A login is 3 to 64 lower case letters, digits or . _ - @, beginning with a letter or digit.',
      });
    } else if (earlier !== undefined) {
      find('blocking', 'judge-login-twice', 'login', {
        zh: `登录名与第 ${earlier} 行重复。`,
        en: `This login stands in row ${earlier} already.`,
      });
    } else if (account?.disabled) {
      find('blocking', 'judge-account-disabled', 'login', {
        zh: `账号 ${login} 已停用。`,
        en: `The account ${login} is disabled.`,
      });
    } else if (account && account.displayName !== name) {
      find('blocking', 'judge-login-of-another', 'login', {
        zh: `登录名 ${login} 已有账号，但姓名与名单不同。请改登录名或核对姓名。`,
        en: `${login} is the login of somebody with another name. Change the login or check the name.`,
      });
    }
    const sameName = seenNames.get(`${name} ${delegation?.id ?? ''}`);
    if (name !== '' && login === '' && sameName !== undefined) {
      find('warning', 'judge-named-twice', 'name', {
        zh: `与第 ${sameName} 行同名同代表团：将是两个账号。`,
        en: `The same name and delegation as row ${sameName}: these become two accounts.`,
      });
    }
    const there = terms.judges.filter((judge) =>
      account ? judge.accountId === account.id : login === '' && judge.displayName === name,
    );
    const already = there.some(
      (judge) => account && judge.part === part && judge.delegationId === (delegation?.id ?? null),
    );
    if (!account && there.length > 0 && name !== '') {
      find('warning', 'judge-name-there', 'name', {
        zh: `本项目已有名为 ${name} 的裁判；没有写登录名，将另建账号。`,
        en: `${name} judges this skill already; without a login another account is made.`,
      });
    }
    if (part && account) {
      const parts = new Set([part, ...there.map((judge) => judge.part)]);
      if (parts.has('chiefJudge') && parts.has('judge')) {
        find('blocking', 'chief-cannot-mark', 'part', {
          zh: '同一人不能在一个赛项既任裁判长又任裁判。',
          en: 'Nobody can be chief judge and judge of one skill.',
        });
      }
    }
    if (login !== '' && earlier === undefined) seenLogins.set(login, row);
    if (name !== '' && sameName === undefined) seenNames.set(`${name} ${delegation?.id ?? ''}`, row);
    const faulty = findings.slice(before).some(({ severity }) => severity === 'blocking');
    const outcome = faulty ? 'faulty' : already ? 'there' : account ? 'existing' : 'new';
    return { row, name, login, part, delegation, accountId: account?.id ?? null, outcome };
  });
  return { judges, findings };
}

function partOf(text: string): JudgePart | null {
  const word = text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  return judgeParts.find((part) => partWords[part].test(word)) ?? null;
}

/** A delegation by its name, code or English name; 代表团 and 代表队 may be left out, and 市 where it stays clear. */
function finderOf(delegations: JudgeListTerms['delegations']) {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s·]/g, '')
      .replace(/(代表团|代表队)$/, '');
  const byWord = new Map<string, { id: string; name: string } | null>();
  for (const { id, name, code, nameEn } of delegations) {
    for (const word of new Set([name, code, nameEn ?? ''].map(plain))) {
      const known = byWord.get(word);
      // A word that stands for two delegations stands for none.
      if (word !== '') byWord.set(word, known === undefined || known?.id === id ? { id, name } : null);
    }
  }
  return (text: string) => {
    const word = plain(text);
    const exact = byWord.get(word);
    if (exact !== undefined) return exact;
    // 苏州 for 苏州市, where only one begins so.
    const likely = delegations.filter(({ name }) => word.length > 1 && plain(name).startsWith(word));
    return likely.length === 1 ? (likely[0] ?? null) : null;
  };
}
