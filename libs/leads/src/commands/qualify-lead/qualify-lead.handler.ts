import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { classRulesOn } from '#libs/class-rules';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { changeLead } from '../change-lead.js';
import { QualifyLead } from './qualify-lead.command.js';

@CommandHandler(QualifyLead)
export class QualifyLeadHandler implements ICommandHandler<QualifyLead> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ leadId, body, context }: QualifyLead): Promise<Answer> {
    const { note, occurredOn } = body;
    return changeLead(this.runner, leadId, context, async () => {
      const rules = await classRulesOn(this.runner, occurredOn);
      return { kind: 'qualify-lead', note, occurredOn, rules, today: context.today };
    });
  }
}
