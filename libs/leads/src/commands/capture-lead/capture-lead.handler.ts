import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { classRulesOn } from '#libs/class-rules';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { requireIntroducer } from '#libs/projects';
import { requireUnit } from '#libs/units';
import { leadDecider } from '../../domain/lead.decider.js';
import { leadStream } from '../../domain/lead.events.js';
import { creditCodeWarnings } from '../lead-details.js';
import { CaptureLead } from './capture-lead.command.js';

@CommandHandler(CaptureLead)
export class CaptureLeadHandler implements ICommandHandler<CaptureLead> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ leadId, body, context }: CaptureLead): Promise<Answer> {
    const done = await this.runner.runPrepared({
      stream: leadStream(leadId),
      decider: leadDecider,
      command: async () => {
        requireReach(context.actor, body.unit);
        await requireUnit(this.runner, body.unit, 'unit', body.occurredOn);
        const rules = await classRulesOn(this.runner, body.occurredOn);
        const introducer = await requireIntroducer(this.runner, body.introducer);
        const lead = { ...factsOf(body), ...(introducer && { introducer }) };
        return { kind: 'capture-lead' as const, lead, rules, today: context.today };
      },
      context,
    });
    const warnings = creditCodeWarnings(body.creditCode);
    return { ...answerOf(leadId, done), ...(warnings.length > 0 && { warnings }) };
  }
}
