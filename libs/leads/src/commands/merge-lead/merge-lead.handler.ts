import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { leadDecider } from '../../domain/lead.decider.js';
import { leadStream } from '../../domain/lead.events.js';
import { changeLead } from '../change-lead.js';
import { MergeLead } from './merge-lead.command.js';

@CommandHandler(MergeLead)
export class MergeLeadHandler implements ICommandHandler<MergeLead> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ leadId, body, context }: MergeLead): Promise<Answer> {
    const { into, reason, occurredOn } = body;
    return changeLead(this.runner, leadId, context, async () => {
      const { state: target } = await this.runner.read(leadStream(into), leadDecider);
      refuseUnless(target, 'invalid', 'LEAD.UNKNOWN', `没有线索 ${into}`, 'into');
      refuseUnless(target.status !== 'merged', 'conflict', 'LEAD.TARGET_MERGED', '该线索自身已并入其他线索', 'into');
      return {
        kind: 'merge-lead',
        id: leadId,
        into: { id: into, capturedOn: target.capturedOn },
        reason,
        occurredOn,
        today: context.today,
      };
    });
  }
}
