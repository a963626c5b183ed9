import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { changeLead } from '../change-lead.js';
import { QualifyLead } from './qualify-lead.command.js';

@CommandHandler(QualifyLead)
export class QualifyLeadHandler implements ICommandHandler<QualifyLead> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ leadId, body, context }: QualifyLead): Promise<Answer> {
    const { note, occurredOn } = body;
    return changeLead(this.runner, leadId, context, { kind: 'qualify-lead', note, occurredOn, today: context.today });
  }
}
