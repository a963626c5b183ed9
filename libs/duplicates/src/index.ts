import { GetDuplicatesHandler } from './queries/likely-duplicates/get-duplicates.js';

export * from './projections/duplicate-index/duplicate-index.projection.js';
export * from './queries/likely-duplicates/get-duplicates.js';
export * from './queries/likely-duplicates/likely-duplicates.query.js';

export const duplicateQueryHandlers = [GetDuplicatesHandler];
