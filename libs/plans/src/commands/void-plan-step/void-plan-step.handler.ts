import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changePlan } from '../change-plan.js';
import { VoidPlanStep } from './void-plan-step.command.js';

@CommandHandler(VoidPlanStep)
export class VoidPlanStepHandler implements ICommandHandler<VoidPlanStep> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ projectId, body, context }: VoidPlanStep): Promise<Answer> {
    const facts = factsOf(body);
    return changePlan(this.runner, projectId, context, () => ({ kind: 'void-step', facts, today: context.today }));
  }
}
