import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { changeLead } from '../change-lead.js';
import { ReviveLead } from './revive-lead.command.js';

@CommandHandler(ReviveLead)
export class ReviveLeadHandler implements ICommandHandler<ReviveLead> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ leadId, body, context }: ReviveLead): Promise<Answer> {
    const { reason, occurredOn } = body;
    return changeLead(this.runner, leadId, context, { kind: 'revive-lead', reason, occurredOn, today: context.today });
  }
}
