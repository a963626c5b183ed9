import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { requireUnit } from '#libs/units';
import { leadDecider } from '../../domain/lead.decider.js';
import { leadStream } from '../../domain/lead.events.js';
import { CaptureLead } from './capture-lead.command.js';

@CommandHandler(CaptureLead)
export class CaptureLeadHandler implements ICommandHandler<CaptureLead> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ leadId, body, context }: CaptureLead): Promise<Answer> {
    requireReach(context.actor, body.unit);
    await requireUnit(this.runner, body.unit, 'unit');
    const done = await this.runner.run({
      stream: leadStream(leadId),
      decider: leadDecider,
      command: { kind: 'capture-lead', lead: factsOf(body), today: context.today },
      context,
    });
    return answerOf(leadId, done);
  }
}
