import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeAsApplicant } from '../change-approval.js';
import { WithdrawApproval } from './withdraw-approval.command.js';

@CommandHandler(WithdrawApproval)
export class WithdrawApprovalHandler implements ICommandHandler<WithdrawApproval> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ approvalId, body, context }: WithdrawApproval): Promise<Answer> {
    return changeAsApplicant(this.runner, approvalId, context, {
      kind: 'withdraw',
      ...factsOf(body),
      today: context.today,
    });
  }
}
