import { authorityLevelInWords, type Citation, type Rule, type RulePack } from '@luban/rulebook';
import type { Area } from '@luban/identity';

/**
 * A draft made from an old pack. At its own level everything is taken over. For another level the old clauses bind
 * nobody as they stand: they become unverified and warn, until the maker cites his own regulation; the names get no
 * national series, and what is owed afterwards is left to him.
 */
export function draftFrom(
  old: RulePack,
  wish: { area: Area; code: string; title: RulePack['title']; year: number },
): RulePack {
  const own = { ...old, ...wish.area, code: wish.code, title: wish.title, year: wish.year };
  const draft: RulePack = {
    code: own.code,
    title: own.title,
    year: own.year,
    level: own.level,
    divisionCode: own.divisionCode,
    classes: own.classes,
    naming: own.naming,
    rules: own.rules,
    duties: own.duties,
  };
  if (old.level === wish.area.level && old.divisionCode === wish.area.divisionCode) return draft;
  const elsewhere = authorityLevelInWords[old.level];
  const borrowed = ({ article, source }: Citation): Citation => ({
    article: {
      zh: `参照${elsewhere.zh}规定，本级依据待补：${article.zh}`.slice(0, 1000),
      en: `After the ${elsewhere.en} rules; own basis to be given: ${article.en}`.slice(0, 2000),
    },
    source,
    grade: 'unverified',
  });
  return {
    ...draft,
    naming: { pattern: '{planYear}年{edition}{name}', citation: borrowed(old.naming.citation) },
    rules: old.rules.map((rule): Rule => ({
      ...rule,
      severity: 'warning',
      citation: borrowed(rule.citation),
    })),
    duties: old.duties.map((duty) => ({ ...duty, citation: borrowed(duty.citation) })),
  };
}
