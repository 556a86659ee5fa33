import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { assertMay } from '@luban/identity';
import { Clock, Config, type Failure, Gather, NotFound, Refused, TooBusy } from '@luban/platform';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { type FormCard, FormCards } from './form-cards.js';
import type { OthersValueDto, SaveMarks, SaveMarksReply } from './marks.dto.js';
import { saveRowOf, spreadsAfter, spreadsFromHistory } from './save-row.js';
import {
  saveMarksOptions,
  saveMarksParams,
  saveMarksSql,
  type SaveReplyRow,
  type SaveRow,
} from './save-marks.sql.js';
import type { SavedValue } from './saved-value.js';

/** Saves of one form that lost the race this often in a row are told to come again. */
const triesMax = 25;

/**
 * Saving marks: the hot path. Many judges' saves are gathered into one statement per tick, decided, written and audited
 * row by row there (save-marks.sql.ts), and answered after the commit. Nothing is announced for each save: tablets that
 * share a form ask for its changes every few seconds.
 */
@Injectable()
export class Marks implements OnApplicationShutdown {
  private readonly pool: pg.Pool;
  private readonly gather: Gather<SaveRow, SaveReplyRow>;

  constructor(
    private readonly db: DataSource,
    private readonly cards: FormCards,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.pool = new pg.Pool({
      connectionString: config.databaseUrl,
      max: inFlight,
      options: `-c timezone=UTC ${saveMarksOptions}`,
      application_name: 'luban marks',
    });
    // A connection that breaks while idle is replaced at the next save.
    this.pool.on('error', () => {});
    this.gather = new Gather<SaveRow, SaveReplyRow>({
      run: (rows) => this.run(rows),
      keyOf: ({ eventId, formId }) => `${eventId} ${formId}`,
      rowsMax: 500,
      inFlight,
      waitingMax: 20_000,
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.gather.idle();
    await this.pool.end();
  }

  /**
   * Saves the values of one form. A repeat of the same client key changes nothing and answers the same. A save made on
   * an older revision is merged where others changed other values; where somebody changed one of these values to
   * something else it is refused with `judging.form-changed` and what stands there now (`extra.current`).
   * Further: `judging.form-not-found`, `judging.values-not-valid`, `judging.form-signed-off`,
   * `judging.form-submitted`, `judging.not-in-competition`, `judging.client-key-reused`.
   */
  async save(actor: Actor, eventId: string, formId: string, request: SaveMarks): Promise<SaveMarksReply> {
    const card = await this.cards.of(eventId, formId);
    if (!card) throw new NotFound('judging.form-not-found', { formId });
    assertMay(actor, 'marks.enter', { eventId, skillId: card.skillId });
    const { clientKey, revision, values } = request;
    const { accountId } = actor;
    const row = saveRowOf(card, {
      eventId,
      formId,
      accountId,
      clientKey,
      revision,
      values,
      source: 'tablet',
    });
    const reply = await this.decided(row);
    if (reply.outcome === 'repeated') return this.answerAgain(card, row, reply);
    if (reply.outcome !== 'saved') throw refusedSave(await this.withNames(reply), formId);
    return {
      revision: reply.revision,
      saved: row.values.length,
      savedAt: reply.at.toISOString(),
      spreads: spreadsAfter(card, row, reply.beside),
      merged: (await this.withNames(reply)).changes?.filter((change) => !isIn(row.values, change)) ?? [],
    };
  }

  /** Another process may have saved the form in between; then it is decided anew. */
  private async decided(row: SaveRow): Promise<SaveReplyRow> {
    for (let tries = 0; tries < triesMax; tries++) {
      const reply = await this.gather.add(row);
      if (reply.outcome !== 'moved') return reply;
    }
    throw new TooBusy('judging.form-busy', { retryAfterSeconds: 1 });
  }

  private async run(rows: SaveRow[]): Promise<SaveReplyRow[]> {
    const values = saveMarksParams(this.clock.now(), rows);
    const { rows: replies } = await this.pool.query<SaveReplyRow>({
      name: 'saveMarks',
      text: saveMarksSql,
      values,
    });
    return replies.sort((a, b) => a.n - b.n);
  }

  /** The answer that the first save of this key got, from the history as it stood then. */
  private async answerAgain(
    card: FormCard,
    row: SaveRow,
    { revision, at }: SaveReplyRow,
  ): Promise<SaveMarksReply> {
    const saves: { revision: number; by: string | null; at: string; values: SavedValue[] }[] =
      await this.db.query(
        `SELECT s.revision, s.by, to_char(s.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, s.values
         FROM mark_save s WHERE s.event_id = $1 AND s.form_id = $2 AND s.revision <= $3 ORDER BY s.revision`,
        [row.eventId, row.formId, revision],
      );
    const others = new Map<string, OthersValueDto>();
    for (const save of saves) {
      if (save.revision <= row.revision || save.revision === revision) continue;
      for (const value of save.values) {
        if (!isIn(row.values, value))
          others.set(`${value.aspectId} ${value.seat}`, { ...value, by: save.by, at: save.at });
      }
    }
    const order = (a: OthersValueDto, b: OthersValueDto) =>
      a.aspectId.localeCompare(b.aspectId) || a.seat - b.seat;
    const named = await this.withNames({ changes: [...others.values()].sort(order) });
    return {
      revision,
      saved: row.values.length,
      savedAt: at.toISOString(),
      spreads: spreadsFromHistory(
        card,
        saves.map(({ values }) => values),
      ),
      merged: named.changes,
    };
  }

  /** Account ids of who changed a value, as names: they stand beside each other at one bench. */
  private async withNames<T extends { changes: OthersValueDto[] | null }>(reply: T): Promise<T> {
    if (!reply.changes) return reply;
    const ids = [...new Set(reply.changes.map(({ by }) => by))];
    const rows: { id: string; name: string }[] = await this.db.query(
      `SELECT id, display_name AS name FROM account WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    const changes = reply.changes.map((change) => ({
      ...change,
      by: names.get(change.by ?? '') ?? null,
      at: new Date(change.at).toISOString(),
    }));
    return { ...reply, changes };
  }
}

/** Statements on their way at the same time: one is being written while the next is gathered and sent. */
const inFlight = 2;

const isIn = (values: readonly SavedValue[], cell: { aspectId: string; seat: number }): boolean =>
  values.some(({ aspectId, seat }) => aspectId === cell.aspectId && seat === cell.seat);

/** Why a save was refused, in the terms of the form. */
export function refusedSave(
  reply: Pick<SaveReplyRow, 'outcome' | 'revision' | 'changes'> | undefined,
  formId: string,
): Failure {
  switch (reply?.outcome) {
    case 'signedOff':
      return new Refused('judging.form-signed-off');
    case 'submitted':
      return new Refused('judging.form-submitted');
    case 'wrongStage':
      return new Refused('judging.not-in-competition');
    case 'keyReused':
      return new Refused('judging.client-key-reused');
    case 'changed':
      return new Refused(
        'judging.form-changed',
        { revision: reply.revision },
        { revision: reply.revision, current: reply.changes ?? [] },
      );
    case 'moved':
      return new TooBusy('judging.form-busy', { retryAfterSeconds: 1 });
    default:
      return new NotFound('judging.form-not-found', { formId });
  }
}
