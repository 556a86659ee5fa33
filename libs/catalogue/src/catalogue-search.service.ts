import { Injectable } from '@nestjs/common';
import { type Page, pageOf } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { CodedKind } from './catalogue-codes.js';
import { currentEdition } from './editions.js';
import type {
  DivisionListDto,
  DivisionQuery,
  IndustryListDto,
  IndustryQuery,
  OccupationListDto,
  OccupationQuery,
  OrganisationChoiceListDto,
  OrganisationChoiceQuery,
} from './entry.dto.js';
import { findOrganisations } from './organisation-search.js';
import { fitParams, fitSql, searchTerms } from './search-terms.js';

/** What a list may be narrowed by, as SQL on its row `c`; parameters from $5 on. */
interface Narrowing {
  sql: string;
  params: unknown[];
}

/** Finds entries of the catalogues as people look for them: by code, by name, by pinyin. */
@Injectable()
export class CatalogueSearch {
  constructor(private readonly db: DataSource) {}

  /** Occupations; only those of the lowest level unless another is named. */
  occupations(query: OccupationQuery): Promise<OccupationListDto> {
    const level = query.level ?? '4';
    return this.find(query, 'occupations', {
      table: 'occupation',
      columns: `c.level, c.parent_code AS "parentCode", p.name AS "parentName", c.gbm_code AS "gbmCode", c.mark,
                c.standard_exists AS "standardExists", c.standard_top_level AS "standardTopLevel", c.strategic,
                c.is_new AS "isNew"`,
      narrowed: level === 'all' ? [] : [{ sql: 'c.level = ?', params: [Number(level)] }],
    });
  }

  industries(query: IndustryQuery): Promise<IndustryListDto> {
    const level = query.level ?? 'all';
    return this.find(query, 'industries', {
      table: 'industry',
      columns: `c.level, c.parent_code AS "parentCode", p.name AS "parentName"`,
      order: 'c.level',
      narrowed: level === 'all' ? [] : [{ sql: 'c.level = ?', params: [Number(level)] }],
    });
  }

  /** Provinces, cities and counties; no headings such as 市辖区 unless they are asked for. */
  divisions(query: DivisionQuery): Promise<DivisionListDto> {
    const level = query.level ?? 'all';
    return this.find(query, 'divisions', {
      table: 'division',
      columns: `c.short_name AS "shortName", c.level, c.parent_code AS "parentCode", c.pseudo,
                concat_ws(' ', pp.name, CASE WHEN p.pseudo THEN NULL ELSE p.name END) AS within`,
      joined: `LEFT JOIN division pp ON pp.edition = c.edition AND pp.code = p.parent_code`,
      // Of several places with one name the larger is meant first.
      order: `array_position(ARRAY['province', 'city', 'county'], c.level)`,
      narrowed: [
        ...(level === 'all' ? [] : [{ sql: 'c.level = ?', params: [level] }]),
        ...(query.headings ? [] : [{ sql: 'NOT c.pseudo', params: [] }]),
      ],
    });
  }

  /** Organisations by name, short name, English name, or the pinyin of the first two. */
  organisations(query: OrganisationChoiceQuery): Promise<OrganisationChoiceListDto> {
    return findOrganisations(this.db.manager, query);
  }

  private find<T extends { code: string }>(
    query: OccupationQuery | IndustryQuery | DivisionQuery,
    kind: CodedKind,
    list: { table: string; columns: string; joined?: string; order?: string; narrowed: Narrowing[] },
  ): Promise<Page<T>> {
    return findEntries<T>(this.db.manager, query, kind, list);
  }
}

async function findEntries<T extends { code: string }>(
  tx: EntityManager,
  query: OccupationQuery | IndustryQuery | DivisionQuery,
  kind: CodedKind,
  list: { table: string; columns: string; joined?: string; order?: string; narrowed: Narrowing[] },
): Promise<Page<T>> {
  const edition = query.edition ?? (await currentEdition(tx, kind));
  const terms = searchTerms(query.q);
  const params: unknown[] = [query.limit + 1, edition, ...(terms ? fitParams(terms) : [])];
  const narrowed = [
    ...list.narrowed,
    ...(query.retired ? [] : [{ sql: 'c.retired_in IS NULL', params: [] }]),
    ...(query.under ? [{ sql: `starts_with(c.code, ?)`, params: [stem(kind, query.under)] }] : []),
    ...(!terms && query.after ? [{ sql: 'c.code > ?', params: [query.after] }] : []),
  ].map(({ sql, params: given }) => {
    for (const value of given) {
      params.push(value);
      sql = sql.replace('?', `$${params.length}`);
    }
    return sql;
  });
  const fit = terms
    ? fitSql({ code: 'c.code', name: 'c.name', initials: 'c.initials', pinyin: 'c.pinyin' }, 3)
    : '0';
  const order = terms
    ? `f.fit, ${list.order ? `${list.order}, ` : ''}length(CASE WHEN f.fit IN (0, 2, 4) THEN c.code ELSE c.name END), c.code`
    : 'c.code';
  const rows: (T & { fit?: number })[] = await tx.query(
    `SELECT c.edition, c.code, c.name, c.initials, replace(c.pinyin, ' ', '') AS pinyin, c.retired_in IS NOT NULL AS retired, ${list.columns}
       FROM ${list.table} c CROSS JOIN LATERAL (SELECT ${fit} AS fit) f
       LEFT JOIN ${list.table} p ON p.edition = c.edition AND p.code = c.parent_code ${list.joined ?? ''}
      WHERE c.edition = $2 AND ${[...narrowed, 'f.fit IS NOT NULL'].join(' AND ')}
      ORDER BY ${order} LIMIT $1`,
    params,
  );
  if (terms) return { items: rows.slice(0, query.limit), next: null };
  return pageOf(rows, query.limit, ({ code }) => code);
}

/** What the codes under this one begin with: 330000 → 33. */
const stem = (kind: CodedKind, code: string): string =>
  kind === 'divisions' ? code.replace(/(00){1,2}$/, '') : kind === 'occupations' ? `${code}-` : code;
