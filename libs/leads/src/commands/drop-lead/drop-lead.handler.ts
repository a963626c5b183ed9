import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { changeLead } from '../change-lead.js';
import { DropLead } from './drop-lead.command.js';

@CommandHandler(DropLead)
export class DropLeadHandler implements ICommandHandler<DropLead> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ leadId, body, context }: DropLead): Promise<Answer> {
    const { reason, occurredOn } = body;
    return changeLead(this.runner, leadId, context, { kind: 'drop-lead', reason, occurredOn, today: context.today });
  }
}
