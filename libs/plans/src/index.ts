import { BaselinePlanHandler } from './commands/baseline-plan/baseline-plan.handler.js';
import { ReachPlanMilestoneHandler } from './commands/reach-milestone/reach-milestone.handler.js';
import { RevisePlanHandler } from './commands/revise-plan/revise-plan.handler.js';
import { SetAnnualPlanHandler } from './commands/set-annual-plan/set-annual-plan.handler.js';
import { SetThresholdsHandler } from './commands/set-thresholds/set-thresholds.handler.js';
import { VoidPlanMilestoneHandler } from './commands/void-milestone/void-milestone.handler.js';
import { VoidPlanStepHandler } from './commands/void-plan-step/void-plan-step.handler.js';
import { GetPlanHistoryHandler } from './queries/plan-history/get-plan-history.js';
import { GetPlanHandler } from './queries/project-plan/get-plan.js';
import { GetThresholdsHandler } from './queries/thresholds/get-thresholds.js';

export * from './commands/baseline-plan/baseline-plan.command.js';
export * from './commands/reach-milestone/reach-milestone.command.js';
export * from './commands/revise-plan/revise-plan.command.js';
export * from './commands/set-annual-plan/set-annual-plan.command.js';
export * from './commands/set-thresholds/set-thresholds.command.js';
export * from './commands/void-milestone/void-milestone.command.js';
export * from './commands/void-plan-step/void-plan-step.command.js';
export * from './domain/plan.events.js';
export * from './domain/thresholds.events.js';
export * from './domain/titles.js';
export * from './projections/milestones/milestones.projection.js';
export * from './projections/milestones/plan-stream.js';
export * from './queries/deadlines/milestone-deadlines.js';
export * from './queries/plan-history/get-plan-history.js';
export * from './queries/project-plan/get-plan.js';
export * from './queries/thresholds/get-thresholds.js';

export const planCommandHandlers = [
  BaselinePlanHandler,
  RevisePlanHandler,
  ReachPlanMilestoneHandler,
  VoidPlanMilestoneHandler,
  VoidPlanStepHandler,
  SetAnnualPlanHandler,
  SetThresholdsHandler,
];
export const planQueryHandlers = [GetPlanHandler, GetThresholdsHandler, GetPlanHistoryHandler];
