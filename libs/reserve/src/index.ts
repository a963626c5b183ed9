import { ChangeReserveHandler } from './commands/change-reserve/change-reserve.handler.js';
import { ConvertReserveHandler } from './commands/convert-reserve/convert-reserve.handler.js';
import { PlanProjectHandler } from './commands/plan-project/plan-project.handler.js';
import { ReviewIdleHandler } from './commands/review-idle/review-idle.handler.js';
import { FindIdleHandler } from './queries/idle-entries/find-idle.js';
import { GetReserveHandler } from './queries/list-reserve/get-reserve.js';
import { GetReserveEntryHandler } from './queries/reserve-by-id/get-reserve-entry.js';
import { GetReserveHistoryHandler } from './queries/reserve-history/get-reserve-history.js';
import { GetZombieReviewHandler } from './queries/review-by-id/get-zombie-review.js';

export * from './commands/change-reserve/bodies.js';
export * from './commands/change-reserve/change-reserve.command.js';
export * from './commands/convert-reserve/convert-reserve.command.js';
export * from './commands/convert-reserve/open-converted-reserves.reaction.js';
export * from './commands/plan-project/plan-project.command.js';
export * from './commands/review-idle/review-idle.command.js';
export * from './domain/reserve.events.js';
export * from './domain/titles.js';
export * from './domain/zombie-review.events.js';
export * from './projections/reserve-list/reserve-list.projection.js';
export * from './queries/list-reserve/get-reserve.js';
export * from './queries/reserve-by-id/get-reserve-entry.js';
export * from './queries/reserve-history/get-reserve-history.js';
export * from './queries/review-by-id/get-zombie-review.js';

export const reserveCommandHandlers = [
  PlanProjectHandler,
  ChangeReserveHandler,
  ConvertReserveHandler,
  ReviewIdleHandler,
];
export const reserveQueryHandlers = [
  GetReserveHandler,
  GetReserveEntryHandler,
  GetZombieReviewHandler,
  FindIdleHandler,
  GetReserveHistoryHandler,
];
