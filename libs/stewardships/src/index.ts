import { AttachStewardHandler } from './commands/attach-steward/attach-steward.handler.js';
import { ChangeStewardshipHandler } from './commands/change-stewardship/change-stewardship.handler.js';
import { GetStewardsHandler } from './queries/list-stewards/get-stewards.js';
import { GetStewardshipHandler } from './queries/stewardship-by-id/get-stewardship.js';
import { GetStewardshipHistoryHandler } from './queries/stewardship-history/get-stewardship-history.js';

export * from './commands/attach-steward/attach-steward.command.js';
export * from './commands/change-stewardship/bodies.js';
export * from './commands/change-stewardship/change-stewardship.command.js';
export { type StewardshipChange } from './domain/stewardship.commands.js';
export * from './domain/stewardship.events.js';
export * from './domain/titles.js';
export * from './projections/steward-register/steward-register.projection.js';
export * from './queries/deadlines/steward-deadlines.js';
export * from './queries/list-stewards/get-stewards.js';
export * from './queries/list-stewards/list-stewards.query.js';
export * from './queries/stewardship-by-id/get-stewardship.js';
export * from './queries/stewardship-history/get-stewardship-history.js';

export const stewardshipCommandHandlers = [AttachStewardHandler, ChangeStewardshipHandler];
export const stewardshipQueryHandlers = [GetStewardsHandler, GetStewardshipHandler, GetStewardshipHistoryHandler];
