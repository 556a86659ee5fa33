import { pageOf } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { currentEdition } from './editions.js';
import type {
  OrganisationChoiceDto,
  OrganisationChoiceListDto,
  OrganisationChoiceQuery,
} from './entry.dto.js';
import { refreshOrganisationSounds } from './organisation-sounds.js';
import { fitParams, fitSql, searchTerms } from './search-terms.js';

/** Organisations by name, short name, English name, or the pinyin of the first two; without `q` all, by name. */
export async function findOrganisations(
  tx: EntityManager,
  query: OrganisationChoiceQuery,
): Promise<OrganisationChoiceListDto> {
  const terms = searchTerms(query.q);
  if (terms?.letters) await refreshOrganisationSounds(tx);
  const edition = await currentEdition(tx, 'divisions');
  const fit = terms
    ? `LEAST(${soundFit(1, 'o.name')}, ${soundFit(2, 'o.short_name')},
             CASE WHEN lower(o.name_en) LIKE ALL ($7::text[]) THEN 8 END)`
    : '0';
  const items: OrganisationChoiceDto[] = await tx.query(
    `SELECT o.id, o.name, o.short_name AS "shortName", o.name_en AS "nameEn", o.kind,
            o.division_code AS "divisionCode", d.name AS "divisionName", o.industry_code AS "industryCode"
       FROM organisation o
       LEFT JOIN organisation_sound s ON s.organisation_id = o.id
       LEFT JOIN division d ON d.edition = $4 AND d.code = o.division_code
      CROSS JOIN LATERAL (SELECT ${fit} AS fit) f
      WHERE f.fit IS NOT NULL AND ($2::text IS NULL OR o.name > $2) AND ($3::uuid IS NULL OR o.id = $3)
      ORDER BY f.fit, ${terms ? 'length(o.name), ' : ''}o.name LIMIT $1`,
    [
      query.limit + 1,
      terms ? null : (query.after ?? null),
      query.id ?? null,
      edition,
      ...(terms ? fitParams(terms) : []),
    ],
  );
  return terms
    ? { items: items.slice(0, query.limit), next: null }
    : pageOf(items, query.limit, ({ name }) => name);
}

/** How well the full (1) or the short name (2) fits. */
const soundFit = (part: 1 | 2, name: string): string =>
  fitSql(
    {
      name,
      initials: `split_part(s.initials, E'\\n', ${part})`,
      pinyin: `split_part(s.pinyin, E'\\n', ${part})`,
    },
    5,
  );
