import { setTimeout as sleep } from 'node:timers/promises';
import { marksEvent, marksWork, prepareMarks, signInJudges } from './bench-marks.js';
import type { BenchSystem } from './bench-system.js';
import { load } from './http-load.js';
import type { LoadResult } from './http-load.worker.js';
import type { BenchRun } from './run-bench.js';
import { benchId } from './seed.js';

const clients = 64;
/** The load goes on this long in all, and each kill comes at its time (seconds). */
const seconds = 30;
const killDatabaseAt = 4;
const killApiAt = 14;

/** `kill -9` of the database and of the api under load: is every answered save there, exactly once? */
export async function measureDurability({ system, report, say }: BenchRun): Promise<void> {
  if (!system.isEmbedded) {
    report.remark('With DATABASE_URL the database is not ours to kill: only the api was.');
  }
  await prepareMarks(system);
  await system.startParts();
  const cookies = await signInJudges(system);
  const work = await marksWork(system, cookies, clients, { insist: true });
  const saving = load({ port: system.port, clients, warmSeconds: 0, seconds, work });
  await sleep(killDatabaseAt * 1000);
  if (system.postmasterPid !== undefined) {
    say('kill -9 of the postmaster');
    process.kill(system.postmasterPid, 'SIGKILL');
    await system.startEmbedded();
    say('the database is back');
  }
  await sleep(Math.max(0, killApiAt - killDatabaseAt) * 1000);
  if (system.apiPid !== undefined) {
    say('kill -9 of the api');
    process.kill(system.apiPid, 'SIGKILL');
  }
  const result = await saving;
  const { lost, twice, wrong, unanswered } = await holdAgainst(system, result);
  report.remark(
    `Under load (${clients} clients, ${result.answered.length} answered saves) the ${system.isEmbedded ? 'postmaster and later the api were' : 'api was'} ` +
      `ended with kill -9; ${result.broken} connections broke and were made again. Answered saves missing: **${lost}**; there twice: **${twice}**; ` +
      `forms whose values are not what their saves add up to: **${wrong}**; every save has its audit entry. ` +
      `Clients repeated what was not answered under the same key, as tablets do; ${unanswered} saves were committed whose answer had not arrived when the load ended.`,
  );
  if (lost + twice + wrong > 0) throw new Error('what was answered is not what is stored');
}

async function holdAgainst(system: BenchSystem, { answered }: LoadResult) {
  const eventId = benchId(marksEvent, 'event', 0);
  return system.withClient(async (client) => {
    const { rows } = await client.query<{ form_id: string; client_key: string; revision: number; n: number }>(
      `SELECT form_id, client_key, min(revision) AS revision, count(*)::int AS n FROM mark_save
       WHERE event_id = $1 AND client_key NOT LIKE 'bench-%' GROUP BY form_id, client_key`,
      [eventId],
    );
    const stored = new Map(rows.map((row) => [`${row.form_id} ${row.client_key}`, row]));
    const { rows: audits } = await client.query<{ missing: number }>(
      `SELECT (SELECT count(*) FROM mark_save WHERE event_id = $1 AND client_key NOT LIKE 'bench-%')::int
            - (SELECT count(*) FROM audit_entry WHERE event_id = $1 AND verb = 'marks.entered')::int AS missing`,
      [eventId],
    );
    if (audits[0]?.missing !== 0) throw new Error(`${audits[0]?.missing} saves more than audit entries`);
    const lost = answered.filter(
      ({ formId, clientKey, revision }) => stored.get(`${formId} ${clientKey}`)?.revision !== revision,
    );
    return {
      lost: lost.length,
      twice: rows.filter(({ n }) => n > 1).length,
      unanswered:
        rows.length - new Set(answered.map(({ formId, clientKey }) => `${formId} ${clientKey}`)).size,
      wrong: await formsThatDiffer(client, eventId),
    };
  });
}

/** Forms whose values are not what replaying their saves in the order of the revisions gives. */
async function formsThatDiffer(
  client: Parameters<Parameters<BenchSystem['withClient']>[0]>[0],
  eventId: string,
): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `WITH replayed AS (
       SELECT DISTINCT ON (s.form_id, v."aspectId", v.seat) s.form_id, v."aspectId" AS aspect_id, v.seat, v.value
       FROM mark_save s CROSS JOIN LATERAL jsonb_to_recordset(s.values) AS v("aspectId" uuid, seat smallint, value numeric)
       WHERE s.event_id = $1 ORDER BY s.form_id, v."aspectId", v.seat, s.revision DESC)
     SELECT count(DISTINCT COALESCE(r.form_id, m.form_id))::int AS n
     FROM replayed r FULL JOIN (SELECT * FROM mark WHERE event_id = $1) m
       ON m.form_id = r.form_id AND m.aspect_id = r.aspect_id AND m.seat = r.seat
     WHERE r.value IS DISTINCT FROM m.value`,
    [eventId],
  );
  return rows[0]?.n ?? -1;
}
