import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { changeLead } from '../change-lead.js';
import { RejectLead } from './reject-lead.command.js';

@CommandHandler(RejectLead)
export class RejectLeadHandler implements ICommandHandler<RejectLead> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ leadId, body, context }: RejectLead): Promise<Answer> {
    const { reason, occurredOn } = body;
    return changeLead(this.runner, leadId, context, { kind: 'reject-lead', reason, occurredOn, today: context.today });
  }
}
