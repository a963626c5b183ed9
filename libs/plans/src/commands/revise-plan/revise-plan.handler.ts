import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changePlan } from '../change-plan.js';
import { RevisePlan } from './revise-plan.command.js';

@CommandHandler(RevisePlan)
export class RevisePlanHandler implements ICommandHandler<RevisePlan> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ projectId, body, context }: RevisePlan): Promise<Answer> {
    const revision = factsOf(body);
    return changePlan(this.runner, projectId, context, () => ({ kind: 'revise-plan', revision, today: context.today }));
  }
}
