import type { RulePack } from './rule-pack.js';

/** Year and series as both rules of naming write them, where somebody typed them into the name. */
const series = /^\s*(\d{4}\s*年)?(度)?\s*((中国技能大赛|全国行业职业技能竞赛)\s*(——|--|—|-)\s*)?/u;

/**
 * The official name by the pack's rule of naming. `edition` is 「第七届」, 「首届」 or null; a name that already holds the
 * year and series, or begins with the edition, does not get them twice.
 */
export function officialName(
  { naming }: Pick<RulePack, 'naming'>,
  { planYear, edition, name }: { planYear: number; edition: string | null; name: string },
): string {
  const bare = name.replace(series, '').trim();
  const withoutEdition = edition && bare.startsWith(edition) ? bare.slice(edition.length).trim() : bare;
  const parts: Record<string, string> = {
    planYear: String(planYear),
    edition: edition ?? '',
    name: withoutEdition,
  };
  return naming.pattern.replace(/\{(\w+)\}/g, (whole, key: string) => parts[key] ?? whole);
}
