import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { skillOf } from '@luban/events';
import { AccountService, assertMay, canonicalLogin } from '@luban/identity';
import { Invalid } from '@luban/platform';
import { type JudgeList as ReadList, readJudgeList, WorkbookError } from '@luban/workbooks';
import { DataSource, type EntityManager } from 'typeorm';
import type { JudgeImportReply, JudgeListFindingReply, JudgePreviewReply } from './judge-list.dto.js';
import { type JudgeListTerms, type ListedJudge, readJudges } from './judge-list-reading.js';
import type { JudgePart } from './judge.dto.js';
import { Judges } from './judges.service.js';

const rowsMax = 1000;

interface Reading {
  judges: ListedJudge[];
  findings: JudgeListFindingReply[];
}

/** Lists of judges: previewed cell by cell, then made accounts and judges whole or not at all. */
@Injectable()
export class JudgeLists {
  constructor(
    private readonly db: DataSource,
    private readonly accounts: AccountService,
    private readonly judges: Judges,
  ) {}

  /** What importing would do; nothing is kept. */
  async preview(
    actor: Actor,
    eventId: string,
    skillId: string,
    bytes: Uint8Array,
  ): Promise<JudgePreviewReply> {
    const { judges, findings } = await this.read(actor, eventId, skillId, bytes);
    return {
      rows: judges.map(({ row, name, login, part, delegation, outcome }) => ({
        row,
        name,
        login,
        part,
        delegationName: delegation?.name ?? null,
        outcome,
      })),
      findings,
      blocking: findings.filter(({ severity }) => severity === 'blocking').length,
      accounts: judges.filter(({ outcome }) => outcome === 'new').length,
      judges: judges.filter(({ outcome }) => outcome === 'new' || outcome === 'existing').length,
    };
  }

  /**
   * Hands down an account to everybody on the list who has none and makes them all judges, in one transaction. The
   * initial passwords are answered this once. With a blocking finding nothing is done: `judging.judge-list-faulty`.
   */
  async import(actor: Actor, eventId: string, skillId: string, bytes: Uint8Array): Promise<JudgeImportReply> {
    const { judges, findings } = await this.read(actor, eventId, skillId, bytes);
    const blocking = findings.filter(({ severity }) => severity === 'blocking');
    if (blocking.length > 0) {
      const errors = blocking.map(({ cell, code, message }) => ({ path: cell, code, message }));
      throw new Invalid('judging.judge-list-faulty', { count: blocking.length }, { errors, findings });
    }
    const fresh = judges.filter(({ outcome }) => outcome === 'new');
    const existing = judges.filter(({ outcome }) => outcome !== 'new');
    const made = await this.accounts.create(
      actor,
      fresh.map((judge) => ({
        displayName: judge.name,
        ...(judge.login === '' ? {} : { login: judge.login }),
        roles: [{ role: partOf(judge), eventId, skillId }],
      })),
      undefined,
      async (tx, accountIds) => {
        const added = [
          ...fresh.map((judge, n) => ({ judge, accountId: accountIds[n] ?? '' })),
          ...existing.map((judge) => ({ judge, accountId: judge.accountId ?? '' })),
        ];
        await this.judges.addWithin(
          tx,
          actor,
          eventId,
          skillId,
          added.map(({ judge, accountId }) => ({
            accountId,
            part: partOf(judge),
            ...(judge.delegation ? { delegationId: judge.delegation.id } : {}),
          })),
        );
      },
    );
    const passwords = new Map(fresh.map((judge, n) => [judge.row, made[n]]));
    return {
      items: judges.map((judge) => ({
        accountId: passwords.get(judge.row)?.id ?? judge.accountId ?? '',
        displayName: judge.name,
        login: passwords.get(judge.row)?.login ?? judge.login,
        initialPassword: passwords.get(judge.row)?.initialPassword ?? null,
        part: partOf(judge),
        delegationName: judge.delegation?.name ?? null,
      })),
      findings,
    };
  }

  private async read(actor: Actor, eventId: string, skillId: string, bytes: Uint8Array): Promise<Reading> {
    const tx = this.db.manager;
    await skillOf(tx, actor, eventId, skillId);
    assertMay(actor, 'judges.edit', { eventId, skillId });
    const list = await listOf(bytes);
    const logins = list.rows
      .map(({ cells }) => canonicalLogin(cells.login.text))
      .filter((login) => login !== '');
    const { judges, findings } = readJudges(list.rows, await termsOf(tx, eventId, skillId, logins));
    const sheet = list.findings.map(({ code, severity, cell, message }) => ({
      code: `judging.sheet-${code}`,
      severity,
      cell,
      message,
    }));
    return { judges, findings: [...sheet, ...findings] };
  }
}

/** Only a list without blocking findings comes here, and an unknown part blocks. */
function partOf({ part }: ListedJudge): JudgePart {
  if (!part) throw new Error('a row without a part was to be imported');
  return part;
}

async function listOf(bytes: Uint8Array): Promise<ReadList> {
  try {
    const list = await readJudgeList(bytes);
    const count = list.rows.length;
    if (count === 0) throw new Invalid('judging.judge-list-empty');
    if (count > rowsMax) throw new Invalid('judging.judge-list-too-long', { count, max: rowsMax });
    return list;
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    throw new Invalid(
      'judging.workbook-unreadable',
      { why: error.said.zh },
      { reason: error.code, said: error.said },
    );
  }
}

async function termsOf(
  tx: EntityManager,
  eventId: string,
  skillId: string,
  logins: string[],
): Promise<JudgeListTerms> {
  const delegations: JudgeListTerms['delegations'] = await tx.query(
    `SELECT id, code, name, name_en AS "nameEn" FROM delegation WHERE event_id = $1`,
    [eventId],
  );
  const accounts: JudgeListTerms['accounts'] = await tx.query(
    `SELECT id, login, display_name AS "displayName", disabled_at IS NOT NULL AS disabled
     FROM account WHERE login = ANY($1)`,
    [logins],
  );
  const judges: JudgeListTerms['judges'] = await tx.query(
    `SELECT j.account_id AS "accountId", a.display_name AS "displayName", j.part, j.delegation_id AS "delegationId"
     FROM judge j JOIN account a ON a.id = j.account_id
     WHERE j.event_id = $1 AND j.skill_id = $2 AND j.ended_at IS NULL`,
    [eventId, skillId],
  );
  return { delegations, accounts, judges };
}
