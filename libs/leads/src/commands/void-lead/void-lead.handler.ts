import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { changeLead } from '../change-lead.js';
import { VoidLead } from './void-lead.command.js';

@CommandHandler(VoidLead)
export class VoidLeadHandler implements ICommandHandler<VoidLead> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ leadId, body, context }: VoidLead): Promise<Answer> {
    const { finding, occurredOn } = body;
    return changeLead(this.runner, leadId, context, { kind: 'void-lead', finding, occurredOn, today: context.today });
  }
}
