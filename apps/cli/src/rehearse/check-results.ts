import { asPrinted, type Checks, scoreByCommand } from './checks.js';
import { rankingOf } from './closing.js';
import type { Person } from './http-client.js';
import type { MarkedSkill } from './mark-skill.js';
import { markOf } from './marking.js';
import type { Registered } from './registering.js';
import type { SetUpEvent } from './set-up.js';

interface StoredResult {
  entryId: string;
  totalHundredths: number | null;
  scaledScore: number | null;
  rank: number | null;
  position: number | null;
  award: string | null;
  status: string;
}

interface Bundle {
  entries: { entry: string; scores?: Record<string, string | string[]> }[];
}

/** The invariants of a finished competition, each checked against what the rehearsal itself entered. */
export async function checkResults(
  event: SetUpEvent,
  skills: MarkedSkill[],
  registered: Registered,
  checks: Checks,
  counts: Record<string, number>,
  publicReader: Person,
): Promise<void> {
  for (const skill of skills) await checkSkill(event, skill, checks);
  const published = await publicReader.get<{
    skills: { groups: { placings: unknown[] }[] }[];
    delegations: unknown[];
  }>(`/public/events/${event.id}/results`);
  const placings = published.skills.reduce(
    (sum, skill) => sum + skill.groups.reduce((n, g) => n + g.placings.length, 0),
    0,
  );
  checks.equal('every entry is published', placings, registered.entries);
  checks.that(
    'the delegation table has lines',
    published.delegations.length > 0,
    `${published.delegations.length}`,
  );
  const saves = await auditCount(event, 'marks.entered');
  checks.equal('one audit record for each save', saves, counts.saves);
}

async function checkSkill(event: SetUpEvent, { judged, marked }: MarkedSkill, checks: Checks): Promise<void> {
  const { name } = judged.skill.plan;
  const at = `/events/${event.id}/skills/${judged.skill.id}`;
  const results = await event.host.get<{ version: number; rows: StoredResult[] }>(`${at}/results`);
  const bundle = await event.host.get<Bundle>(`${at}/result-versions/${results.version}/bundle`);
  const recomputed = new Map((await scoreByCommand(bundle)).map((placing) => [placing.entry, placing]));
  const differing = results.rows.filter((row) => {
    const { entry, total, scaledScore, rank, position, award } =
      recomputed.get(row.entryId) ?? asPrinted(row);
    return (
      !recomputed.has(row.entryId) ||
      JSON.stringify(asPrinted(row)) !== JSON.stringify({ entry, total, scaledScore, rank, position, award })
    );
  });
  checks.that(
    `${name}: ${results.rows.length} totals, scaled scores, ranks and awards recomputed by luban score`,
    differing.length === 0 && recomputed.size === results.rows.length,
    differing
      .slice(0, 2)
      .map((row) => JSON.stringify(row))
      .join(' | '),
  );
  await checkValues(event.id, { judged, marked }, bundle, checks);
}

/** The exported marks are those entered, value for value: compared by the works' own sums, by work code. */
async function checkValues(
  eventId: string,
  { judged, marked }: Pick<MarkedSkill, 'judged' | 'marked'>,
  bundle: Bundle,
  checks: Checks,
): Promise<void> {
  const { name } = judged.skill.plan;
  const ranking = await rankingOf(eventId, judged);
  const entered = ranking.rows
    .map(({ codes }) => entryValues(codes, marked))
    .map(fingerprint)
    .sort();
  const exported = bundle.entries
    .filter(({ scores }) => scores && Object.keys(scores).length > 0)
    .map(({ scores }) =>
      fingerprint(new Map(Object.entries(scores ?? {}).map(([code, v]) => [code, [v].flat()]))),
    )
    .sort();
  checks.that(
    `${name}: the ${exported.length} exported sets of values are those entered`,
    JSON.stringify(entered) === JSON.stringify(exported),
    `${entered.length} entered, ${exported.filter((one, i) => one === entered[i]).length} equal`,
  );
  const values = [...marked.values.values()].reduce((sum, own) => sum + [...own.values()].flat().length, 0);
  const inBundle = bundle.entries.reduce(
    (sum, { scores }) => sum + Object.values(scores ?? {}).flat().length,
    0,
  );
  checks.equal(`${name}: count of values`, inBundle, values);
  if (judged.skill.plan.policy.name !== 'worldskills-2026') return;
  const totals = ranking.rows.map(({ codes }) =>
    [...entryValues(codes, marked)].reduce((sum, [code, own]) => {
      const aspect = judged.aspects.get(code);
      return aspect ? sum + markOf(aspect, own) : sum;
    }, 0),
  );
  checks.equal(
    `${name}: totals added up here`,
    ranking.rows.map(({ totalHundredths }) => totalHundredths),
    totals,
  );
}

function entryValues(codes: string[], marked: MarkedSkill['marked']): Map<string, string[]> {
  return new Map(codes.flatMap((code) => [...(marked.values.get(code) ?? new Map<string, string[]>())]));
}

const fingerprint = (values: Map<string, string[]>): string =>
  [...values]
    .map(([code, own]) => `${code}=${own.map((value) => String(Number(value))).join('/')}`)
    .sort()
    .join(';');

async function auditCount(event: SetUpEvent, verb: string): Promise<number> {
  let count = 0;
  let after = '';
  for (;;) {
    const page: { items: unknown[]; next: string | null } = await event.host.get(
      `/audit?eventId=${event.id}&verb=${verb}&limit=500${after}`,
    );
    count += page.items.length;
    if (!page.next) return count;
    after = `&after=${page.next}`;
  }
}
