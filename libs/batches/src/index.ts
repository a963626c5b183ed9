import { ChangeBatchHandler } from './commands/change-batch/change-batch.handler.js';
import { ListProjectsHandler } from './commands/list-projects/list-projects.handler.js';
import { PlanBatchHandler } from './commands/plan-batch/plan-batch.handler.js';
import { GetBatchHandler } from './queries/batch-by-id/get-batch.js';
import { GetBatchesHandler } from './queries/list-batches/get-batches.js';

export * from './commands/change-batch/change-batch.command.js';
export * from './commands/list-projects/list-projects.command.js';
export * from './commands/plan-batch/plan-batch.command.js';
export * from './domain/batch.events.js';
export * from './domain/titles.js';
export * from './projections/batch-register/batch-register.projection.js';
export * from './queries/batch-by-id/get-batch.js';
export * from './queries/list-batches/get-batches.js';

export const batchCommandHandlers = [PlanBatchHandler, ListProjectsHandler, ChangeBatchHandler];
export const batchQueryHandlers = [GetBatchesHandler, GetBatchHandler];
