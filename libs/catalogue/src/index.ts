import './messages.js';

export { CatalogueChange, CatalogueImport } from './catalogue-import.entity.js';
export { Division } from './division.entity.js';
export { Industry } from './industry.entity.js';
export { Occupation } from './occupation.entity.js';
export { OrganisationSound } from './organisation-sound.entity.js';
export { currentEdition, occupationsByCode } from './editions.js';
export { loadShippedCatalogues } from './load-shipped.js';
export { readShippedList, type ShippedList, shippedLists } from './shipped-lists.js';
export { type CatalogueKind, catalogueKinds } from './catalogue-codes.js';
export { CatalogueOverview } from './catalogue-overview.service.js';
export { type CatalogueFile, CatalogueImports } from './catalogue-import.service.js';
export { CatalogueSearch } from './catalogue-search.service.js';
export * from './catalogue-import.dto.js';
export * from './entry.dto.js';
export { CatalogueModule } from './catalogue.module.js';
