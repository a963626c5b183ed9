import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changePlan } from '../change-plan.js';
import { ReachPlanMilestone } from './reach-milestone.command.js';

@CommandHandler(ReachPlanMilestone)
export class ReachPlanMilestoneHandler implements ICommandHandler<ReachPlanMilestone> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ projectId, body, context }: ReachPlanMilestone): Promise<Answer> {
    const fact = factsOf(body);
    return changePlan(this.runner, projectId, context, () => ({
      kind: 'reach-milestone',
      ...fact,
      today: context.today,
    }));
  }
}
