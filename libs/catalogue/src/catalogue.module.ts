import { Module } from '@nestjs/common';
import { AuditModule } from '@luban/audit';
import { CatalogueImports } from './catalogue-import.service.js';
import { CatalogueOverview } from './catalogue-overview.service.js';
import { CatalogueSearch } from './catalogue-search.service.js';

const services = [CatalogueImports, CatalogueOverview, CatalogueSearch];

@Module({ imports: [AuditModule], providers: services, exports: services })
export class CatalogueModule {}
