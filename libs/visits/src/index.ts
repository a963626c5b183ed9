import { LogVisitHandler } from './commands/log-visit/log-visit.handler.js';
import { GetVisitHandler } from './queries/visit-by-id/get-visit.js';

export * from './commands/log-visit/log-visit.command.js';
export * from './domain/visit.decider.js';
export * from './domain/visit.events.js';
export * from './queries/visit-by-id/get-visit.js';

export const visitCommandHandlers = [LogVisitHandler];
export const visitQueryHandlers = [GetVisitHandler];
