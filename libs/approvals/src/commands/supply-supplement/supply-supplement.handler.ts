import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeAsApplicant } from '../change-approval.js';
import { SupplySupplement } from './supply-supplement.command.js';

@CommandHandler(SupplySupplement)
export class SupplySupplementHandler implements ICommandHandler<SupplySupplement> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ approvalId, body, context }: SupplySupplement): Promise<Answer> {
    return changeAsApplicant(this.runner, approvalId, context, {
      kind: 'supply-supplement',
      ...factsOf(body),
      today: context.today,
    });
  }
}
