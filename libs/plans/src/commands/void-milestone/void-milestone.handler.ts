import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changePlan } from '../change-plan.js';
import { VoidPlanMilestone } from './void-milestone.command.js';

@CommandHandler(VoidPlanMilestone)
export class VoidPlanMilestoneHandler implements ICommandHandler<VoidPlanMilestone> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ projectId, body, context }: VoidPlanMilestone): Promise<Answer> {
    const finding = factsOf(body);
    return changePlan(this.runner, projectId, context, () => ({
      kind: 'void-milestone',
      ...finding,
      today: context.today,
    }));
  }
}
