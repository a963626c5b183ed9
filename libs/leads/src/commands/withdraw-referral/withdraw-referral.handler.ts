import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { changeLead } from '../change-lead.js';
import { WithdrawReferral } from './withdraw-referral.command.js';

@CommandHandler(WithdrawReferral)
export class WithdrawReferralHandler implements ICommandHandler<WithdrawReferral> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ leadId, body, context }: WithdrawReferral): Promise<Answer> {
    const { reason, occurredOn } = body;
    return changeLead(this.runner, leadId, context, {
      kind: 'withdraw-referral',
      reason,
      occurredOn,
      today: context.today,
    });
  }
}
