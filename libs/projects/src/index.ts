import { ChangeProjectHandler } from './commands/change-project/change-project.handler.js';
import { OpenProjectHandler } from './commands/open-project/open-project.handler.js';
import { GetProjectsHandler } from './queries/list-projects/get-projects.js';
import { GetResponsibilitiesHandler } from './queries/list-responsibilities/get-responsibilities.js';
import { GetProjectHistoryHandler } from './queries/project-history/get-project-history.js';
import { GetProjectHandler } from './queries/project-summary/get-project.js';

export * from './commands/change-project/bodies/index.js';
export * from './commands/change-project/change-project.command.js';
export { type GrantedPermit, GrantedPermits } from './commands/change-project/granted-permits.js';
export * from './commands/open-project/open-converted.js';
export * from './commands/open-project/open-converted.reaction.js';
export * from './commands/open-project/open-project.command.js';
export * from './commands/require-introducer.js';
export * from './commands/require-project.js';
export { PROJECT_EVENT_TYPES, evolveProject } from './domain/evolve/evolve-project.js';
export * from './domain/metrics.js';
export { type ProjectChange, type ProjectCommand } from './domain/project.commands.js';
export * from './domain/project.decider.js';
export * from './domain/project.events.js';
export * from './domain/project.state.js';
export { refuseFake } from './domain/rules/given.js';
export * from './domain/titles.js';
export * from './projections/answering-after.js';
export * from './projections/project-stream.js';
export { inYuan } from './projections/project-summary/columns.js';
export { ProjectRow } from './projections/project-summary/project-summary.entity.js';
export * from './projections/project-summary/project-summary.projection.js';
export * from './queries/deadlines/project-deadlines.js';
export * from './queries/list-projects/get-projects.js';
export * from './queries/list-projects/list-projects.query.js';
export * from './queries/list-responsibilities/get-responsibilities.js';
export * from './queries/list-responsibilities/list-responsibilities.query.js';
export { projectRowsAt } from './queries/known.js';
export * from './queries/major-projects/major-projects.query.js';
export * from './queries/named-introducers.query.js';
export * from './queries/project-names/project-names.query.js';
export * from './queries/project-history/get-project-history.js';
export * from './queries/project-summary/get-project.js';
export * from './queries/project-summary/project-summary.query.js';
export * from './queries/readable-projects.js';
export { type ProjectColumns, type ProjectSummary } from './queries/summary.js';
export * from './queries/standing.js';
export * from './queries/steps.js';

export const projectCommandHandlers = [OpenProjectHandler, ChangeProjectHandler];

export const projectQueryHandlers = [
  GetProjectsHandler,
  GetProjectHandler,
  GetProjectHistoryHandler,
  GetResponsibilitiesHandler,
];
