import { LogVisitHandler } from './commands/log-visit/log-visit.handler.js';

export * from './commands/log-visit/log-visit.command.js';
export * from './domain/visit.decider.js';
export * from './domain/visit.events.js';

export const visitCommandHandlers = [LogVisitHandler];
