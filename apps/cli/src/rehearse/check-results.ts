import { asPrinted, type Checks, scoreByCommand } from './checks.js';
import { rankingOf } from './closing.js';
import type { Person } from './http-client.js';
import type { MarkedSkill } from './mark-skill.js';
import { markOf } from './marking.js';
import type { Registered } from './registering.js';
import type { SetUpEvent } from './set-up.js';

interface StoredResult {
  entryId: string;
  entryNumber: string;
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
  await checkValues(event.id, { judged, marked }, results.rows, bundle, checks);
}

/**
 * The exported marks are those entered, value for value: what was coded by the works' own sets of values, what was
 * seen with its maker by entry number. Totals on the 700 scale are added up here too.
 */
async function checkValues(
  eventId: string,
  { judged, marked }: Pick<MarkedSkill, 'judged' | 'marked'>,
  results: StoredResult[],
  bundle: Bundle,
  checks: Checks,
): Promise<void> {
  const { name } = judged.skill.plan;
  const ranking = await rankingOf(eventId, judged);
  const openCodes = new Set(
    [...marked.values].filter(([label]) => !isCode(label, ranking)).flatMap(([, own]) => [...own.keys()]),
  );
  const entered = new Map(
    ranking.rows.map(({ codes }) => {
      const values = entryValues(codes, marked);
      return [fingerprint(values), values];
    }),
  );
  const numbers = new Map(results.map((row) => [row.entryId, row.entryNumber]));
  const competing = bundle.entries.filter(({ scores }) => scores && Object.keys(scores).length > 0);
  let differing = 0;
  const totals: [string, number][] = [];
  for (const { entry, scores } of competing) {
    const exported = new Map(Object.entries(scores ?? {}).map(([code, own]) => [code, [own].flat()]));
    const coded = new Map([...exported].filter(([code]) => !openCodes.has(code)));
    const open = new Map([...exported].filter(([code]) => openCodes.has(code)));
    const own = entered.get(fingerprint(coded));
    const seen = marked.values.get(numbers.get(entry) ?? '') ?? new Map<string, string[]>();
    if (!own || fingerprint(open) !== fingerprint(seen)) differing += 1;
    totals.push([entry, sumOf(judged, [...(own ?? []), ...seen])]);
  }
  checks.that(
    `${name}: the values of ${competing.length} entries are exported as they were entered`,
    differing === 0 && competing.length === ranking.rows.length,
    `${differing} differ, ${ranking.rows.length} ranked`,
  );
  const values = [...marked.values.values()].reduce((sum, own) => sum + [...own.values()].flat().length, 0);
  const inBundle = bundle.entries.reduce(
    (sum, { scores }) => sum + Object.values(scores ?? {}).flat().length,
    0,
  );
  checks.equal(`${name}: count of values`, inBundle, values);
  if (judged.skill.plan.theory) return;
  const stored = new Map(results.map((row) => [row.entryId, row.totalHundredths]));
  checks.that(
    `${name}: ${totals.length} totals added up here`,
    totals.every(([entry, total]) => stored.get(entry) === total),
  );
}

const isCode = (label: string, ranking: { rows: { codes: string[] }[] }): boolean =>
  ranking.rows.some(({ codes }) => codes.includes(label));

function sumOf(judged: MarkedSkill['judged'], values: [string, string[]][]): number {
  return values.reduce((sum, [code, own]) => {
    const aspect = judged.aspects.get(code);
    return aspect ? sum + markOf(aspect, own) : sum;
  }, 0);
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
    const page: { items: { verb: string }[]; next: string | null } = await event.host.get(
      `/audit?eventId=${event.id}&subjectType=markingForm&limit=500${after}`,
    );
    count += page.items.filter((entry) => entry.verb === verb).length;
    if (!page.next) return count;
    after = `&after=${page.next}`;
  }
}
