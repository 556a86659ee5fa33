import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { DataSource } from 'typeorm';
import { mayImport } from './catalogue-reach.js';
import type {
  CatalogueChangeListDto,
  CatalogueChangeQuery,
  CatalogueImportDetailDto,
  CatalogueImportListDto,
  CatalogueImportQuery,
} from './catalogue-import.dto.js';
import { listChanges, listImports, readImport } from './catalogue-import.queries.js';
import type { CatalogueEditionDto, CatalogueOverviewDto } from './entry.dto.js';

/** Which catalogues there are, in which editions, at which version, and what each version changed. */
@Injectable()
export class CatalogueOverview {
  constructor(private readonly db: DataSource) {}

  async read(actor: Actor): Promise<CatalogueOverviewDto> {
    const items: CatalogueEditionDto[] = await this.db.query(
      `WITH counted AS (
         SELECT 'occupations' AS kind, edition, count(*) FILTER (WHERE retired_in IS NULL)::int AS entries,
                count(retired_in)::int AS retired FROM occupation GROUP BY edition
         UNION ALL SELECT 'industries', edition, count(*) FILTER (WHERE retired_in IS NULL)::int, count(retired_in)::int
           FROM industry GROUP BY edition
         UNION ALL SELECT 'divisions', edition, count(*) FILTER (WHERE retired_in IS NULL)::int, count(retired_in)::int
           FROM division GROUP BY edition
         UNION ALL SELECT 'organisations', '', count(*)::int, 0 FROM organisation)
       SELECT c.kind, c.edition, c.edition = max(c.edition) OVER (PARTITION BY c.kind) AS current,
              coalesce(v.number, 0) AS number, v.source, v.applied_at AS "appliedAt", c.entries, c.retired
         FROM counted c LEFT JOIN LATERAL (
           SELECT number, source, applied_at FROM catalogue_import i
            WHERE i.kind = c.kind AND i.edition = c.edition AND i.state = 'applied' ORDER BY number DESC LIMIT 1) v ON TRUE
        ORDER BY array_position(ARRAY['occupations', 'industries', 'divisions', 'organisations'], c.kind), c.edition DESC`,
    );
    return { items, next: null, mayImport: await mayImport(this.db.manager, actor) };
  }

  imports(actor: Actor, query: CatalogueImportQuery): Promise<CatalogueImportListDto> {
    return listImports(this.db.manager, actor, query);
  }

  import(actor: Actor, id: string): Promise<CatalogueImportDetailDto> {
    return readImport(this.db.manager, actor, id);
  }

  changes(actor: Actor, id: string, query: CatalogueChangeQuery): Promise<CatalogueChangeListDto> {
    return listChanges(this.db.manager, actor, id, query);
  }
}
