import { OpenProjectHandler } from './commands/open-project/open-project.handler.js';
import { ReachOutputHandler } from './commands/reach-output/reach-output.handler.js';
import { SecureLandHandler } from './commands/secure-land/secure-land.handler.js';
import { SignContractHandler } from './commands/sign-contract/sign-contract.handler.js';
import { StartConstructionHandler } from './commands/start-construction/start-construction.handler.js';
import { VoidFigureHandler } from './commands/void-figure/void-figure.handler.js';
import { GetProjectsHandler } from './queries/list-projects/get-projects.js';
import { GetProjectHistoryHandler } from './queries/project-history/get-project-history.js';
import { GetProjectHandler } from './queries/project-summary/get-project.js';

export * from './commands/open-project/open-converted-lead.js';
export * from './commands/open-project/open-project.command.js';
export * from './commands/reach-output/reach-output.command.js';
export * from './commands/secure-land/secure-land.command.js';
export * from './commands/sign-contract/sign-contract.command.js';
export * from './commands/start-construction/start-construction.command.js';
export * from './commands/void-figure/void-figure.command.js';
export * from './domain/project.decider.js';
export * from './domain/project.events.js';
export * from './domain/project.state.js';
export * from './projections/project-stream.js';
export { type Stage } from './projections/project-summary/project-summary.entity.js';
export * from './projections/project-summary/project-summary.projection.js';
export * from './queries/list-projects/get-projects.js';
export * from './queries/list-projects/list-projects.query.js';
export * from './queries/project-names/project-names.query.js';
export * from './queries/project-history/get-project-history.js';
export * from './queries/project-summary/get-project.js';
export * from './queries/project-summary/project-summary.query.js';
export { type ProjectSummary } from './queries/summary.js';

export const projectCommandHandlers = [
  OpenProjectHandler,
  SignContractHandler,
  SecureLandHandler,
  StartConstructionHandler,
  ReachOutputHandler,
  VoidFigureHandler,
];

export const projectQueryHandlers = [GetProjectsHandler, GetProjectHandler, GetProjectHistoryHandler];
