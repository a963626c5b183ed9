import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeAsApplicant } from '../change-approval.js';
import { SupplyOwed } from './supply-owed.command.js';

@CommandHandler(SupplyOwed)
export class SupplyOwedHandler implements ICommandHandler<SupplyOwed> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ approvalId, body, context }: SupplyOwed): Promise<Answer> {
    return changeAsApplicant(this.runner, approvalId, context, {
      kind: 'supply-owed',
      ...factsOf(body),
      today: context.today,
    });
  }
}
