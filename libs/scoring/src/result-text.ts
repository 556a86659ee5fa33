import { formatMark } from './decimal.js';
import { explainer } from './explain.js';
import type { Ranking } from './placing.js';
import { Warnings } from './warning.js';
import type { ScoringWarning } from './warning.js';
import type { ScoreBundle } from './bundle-reading.js';
import type { ScoringError } from './scoring-error.js';
import type { Standing } from './standing.js';

/** One line of `luban.result/1` (docs/formats.md). Keys after `award` appear only where they say something. */
export interface PlacingDocument {
  entry: string;
  total: string | null;
  scaledScore: number | null;
  rank: number | null;
  position: number | null;
  award: string | null;
  delegation?: string;
  group?: string;
  status?: string;
  undecided?: true;
  notMarked?: true;
}

export function placingDocument(standing: Standing): PlacingDocument {
  const { input, total, state } = standing;
  const document: PlacingDocument = {
    entry: input.entry,
    total: state !== 'placed' || total.totalHundredths === null ? null : formatMark(total.totalHundredths),
    scaledScore: standing.scaledScore,
    rank: standing.rank,
    position: standing.position,
    award: standing.award,
  };
  if (input.delegation !== null) document.delegation = input.delegation;
  if (input.group !== null) document.group = input.group;
  if (input.status !== 'competed') document.status = input.status;
  if (standing.undecided) document.undecided = true;
  if (state === 'notMarked') document.notMarked = true;
  return document;
}

/**
 * The `luban.result/1` document of a ranking as JSON text in pieces of about 64 KiB, so that a result of any size is
 * written without being held twice. The pieces together are one JSON value and a line end.
 */
export function* resultText(
  ranking: Ranking,
  bundle: Pick<ScoreBundle, 'policyName' | 'explain' | 'unknownFields'>,
): Generator<string> {
  const explain = bundle.explain === 'all' || bundle.explain.size > 0 ? explainer(ranking) : null;
  const wanted = (entry: string): boolean => bundle.explain === 'all' || bundle.explain.has(entry);
  yield `{"format":"luban.result/1","policy":${JSON.stringify(bundle.policyName ?? ranking.policy)},"complete":${ranking.complete}`;
  yield* list('placings', ranking.standings, (standing) => ({
    ...placingDocument(standing),
    ...(explain && wanted(standing.input.entry) ? { explanation: explain(standing.input.entry)?.steps } : {}),
  }));
  yield* list('bestOfDelegation', ranking.bestOfDelegation, (best) => ({
    delegation: best.delegation,
    entries: best.entries,
    total: best.totalHundredths === null ? null : formatMark(best.totalHundredths),
    scaledScore: best.scaledScore,
    award: best.undecided ? null : 'bestOfDelegation',
    ...(best.undecided ? { undecided: true } : {}),
  }));
  yield* list('albertVidal', ranking.albertVidal, ({ input, scaledScore }) => ({
    entry: input.entry,
    delegation: input.delegation,
    scaledScore,
  }));
  yield* list('delegations', ranking.delegations, ({ awards, ...line }) => ({
    ...line,
    awards: Object.fromEntries(awards),
  }));
  yield* list(
    'warnings',
    [...unknownFieldWarning(bundle.unknownFields), ...ranking.warnings],
    warningDocument,
  );
  yield '}\n';
}

/** A warning as documents show it: the message in English, `messageZh` in Chinese. */
export function warningDocument({ message, ...warning }: ScoringWarning): object {
  const { code, ...about } = warning;
  return { code, message: message.en, messageZh: message.zh, ...about };
}

/** `luban.error/1`. */
export function errorDocument({ code, said, path }: Pick<ScoringError, 'code' | 'said' | 'path'>): object {
  return { format: 'luban.error/1', code, message: said.en, messageZh: said.zh, ...(path ? { path } : {}) };
}

const PIECE = 65_536;

function* list<T>(name: string, items: readonly T[], document: (item: T) => object): Generator<string> {
  let piece = `,"${name}":[`;
  for (let i = 0; i < items.length; i++) {
    piece += (i > 0 ? ',\n' : '\n') + JSON.stringify(document(items[i] as T));
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}]`;
}

function unknownFieldWarning(fields: readonly string[]): ScoringWarning[] {
  if (fields.length === 0) return [];
  const warnings = new Warnings();
  const shown = fields.map((field) => JSON.stringify(field.slice(0, 40))).join(', ');
  warnings.add('unknown-field', {
    zh: `以下字段未被使用,请检查拼写:${shown}。`,
    en: `These fields were not used; check their spelling: ${shown}.`,
  });
  return warnings.list();
}
