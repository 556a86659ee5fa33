import { Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  CatalogueChangeListDto,
  CatalogueChangeQuery,
  CatalogueImportDetailDto,
  CatalogueImportListDto,
  CatalogueImportQuery,
  CatalogueImportRequest,
  CatalogueImports,
  CatalogueOverview,
} from '@luban/catalogue';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, May } from './doors/who-may.js';
import { uploadOf } from './upload.js';
import { validationPipe } from './validation.js';

/** Lists imported by the ministry, each a preview first, then a version of its catalogue. */
@ApiTags('catalogue')
@Controller('catalogue/imports')
export class CatalogueImportsController {
  constructor(
    private readonly imports: CatalogueImports,
    private readonly catalogues: CatalogueOverview,
  ) {}

  /** The versions, newest first; with their previews for those who may import. */
  @Get()
  @May('catalogue.read')
  listCatalogueImports(
    @CurrentActor() actor: Actor,
    @Query() query: CatalogueImportQuery,
  ): Promise<CatalogueImportListDto> {
    return this.catalogues.imports(actor, query);
  }

  /** A CSV (UTF-8, GB 18030) or .xlsx as multipart field `file`: answers what it would change, and changes nothing. */
  @Post()
  @May('catalogue.import')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: CatalogueImportRequest })
  async previewCatalogue(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<CatalogueImportDetailDto> {
    const { bytes, fileName, fields } = await uploadOf(request);
    const wish = (await validationPipe().transform(fields, {
      type: 'body',
      metatype: CatalogueImportRequest,
    })) as CatalogueImportRequest;
    return this.imports.preview(actor, { bytes, fileName }, wish);
  }

  @Get(':importId')
  @May('catalogue.read')
  readCatalogueImport(
    @CurrentActor() actor: Actor,
    @Param('importId') importId: string,
  ): Promise<CatalogueImportDetailDto> {
    return this.catalogues.import(actor, importId);
  }

  /** Entry by entry, what it adds, changes and removes. */
  @Get(':importId/changes')
  @May('catalogue.read')
  listCatalogueChanges(
    @CurrentActor() actor: Actor,
    @Param('importId') importId: string,
    @Query() query: CatalogueChangeQuery,
  ): Promise<CatalogueChangeListDto> {
    return this.catalogues.changes(actor, importId, query);
  }

  /** Makes it the next version, whole or not at all; 409 `catalogue.preview-stale` when something has changed since. */
  @Put(':importId/version')
  @May('catalogue.import')
  applyCatalogueImport(
    @CurrentActor() actor: Actor,
    @Param('importId') importId: string,
  ): Promise<CatalogueImportDetailDto> {
    return this.imports.apply(actor, importId);
  }

  /** Gives a preview up. */
  @Delete(':importId')
  @HttpCode(204)
  @May('catalogue.import')
  discardCatalogueImport(@CurrentActor() actor: Actor, @Param('importId') importId: string): Promise<void> {
    return this.imports.discard(actor, importId);
  }
}
