import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changePlan } from '../change-plan.js';
import { BaselinePlan } from './baseline-plan.command.js';

@CommandHandler(BaselinePlan)
export class BaselinePlanHandler implements ICommandHandler<BaselinePlan> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ projectId, body, context }: BaselinePlan): Promise<Answer> {
    const { milestones, occurredOn } = factsOf(body);
    return changePlan(this.runner, projectId, context, (unit) => ({
      kind: 'baseline-plan',
      of: { projectId, unit, occurredOn },
      milestones,
      today: context.today,
    }));
  }
}
