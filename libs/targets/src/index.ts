import { ReviseTargetHandler } from './commands/revise-target/revise-target.handler.js';
import { SetTargetHandler } from './commands/set-target/set-target.handler.js';
import { GetTargetsHandler } from './queries/list-targets/get-targets.js';

export * from './commands/revise-target/revise-target.command.js';
export * from './commands/set-target/set-target.command.js';
export { type Schedule, dueShare } from './domain/schedule.js';
export * from './domain/target.events.js';
export * from './domain/titles.js';
export * from './projections/target-register/target-register.projection.js';
export { TargetRow } from './projections/target-register/target.entity.js';
export * from './queries/list-targets/get-targets.js';
export * from './queries/list-targets/list-targets.query.js';
export * from './queries/targets-known/targets-known.query.js';

export const targetCommandHandlers = [SetTargetHandler, ReviseTargetHandler];
export const targetQueryHandlers = [GetTargetsHandler];
