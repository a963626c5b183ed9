import { CorrectVisitHandler } from './commands/correct-visit/correct-visit.handler.js';
import { LogVisitHandler } from './commands/log-visit/log-visit.handler.js';
import { VoidVisitHandler } from './commands/void-visit/void-visit.handler.js';
import { GetInPersonHandler } from './queries/in-person/get-in-person.js';
import { GetVisitsHandler } from './queries/list-visits/get-visits.js';
import { GetVisitHandler } from './queries/visit-by-id/get-visit.js';
import { GetVisitCountsHandler } from './queries/visit-counts/get-visit-counts.js';
import { GetVisitHistoryHandler } from './queries/visit-history/get-visit-history.js';

export * from './commands/correct-visit/correct-visit.command.js';
export * from './commands/log-visit/log-visit.command.js';
export * from './commands/void-visit/void-visit.command.js';
export * from './domain/titles.js';
export * from './domain/visit.decider.js';
export * from './domain/visit.events.js';
export * from './projections/visit-register/visit-register.projection.js';
export * from './queries/in-person/get-in-person.js';
export * from './queries/in-person/in-person.query.js';
export * from './queries/list-visits/get-visits.js';
export * from './queries/list-visits/list-visits.query.js';
export * from './queries/visit-by-id/get-visit.js';
export * from './queries/visit-counts/get-visit-counts.js';
export * from './queries/visit-counts/visit-counts.query.js';
export * from './queries/visit-history/get-visit-history.js';

export const visitCommandHandlers = [LogVisitHandler, CorrectVisitHandler, VoidVisitHandler];
export const visitQueryHandlers = [
  GetVisitsHandler,
  GetVisitHandler,
  GetVisitCountsHandler,
  GetInPersonHandler,
  GetVisitHistoryHandler,
];
