import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changePlan } from '../change-plan.js';
import { SetAnnualPlan } from './set-annual-plan.command.js';

@CommandHandler(SetAnnualPlan)
export class SetAnnualPlanHandler implements ICommandHandler<SetAnnualPlan> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ projectId, body, context }: SetAnnualPlan): Promise<Answer> {
    const { occurredOn, ...annual } = factsOf(body);
    return changePlan(this.runner, projectId, context, (unit) => ({
      kind: 'set-annual-plan',
      of: { projectId, unit, occurredOn },
      annual,
      today: context.today,
    }));
  }
}
