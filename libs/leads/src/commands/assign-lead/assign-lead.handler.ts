import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { requireUnit } from '#libs/units';
import { changeLead } from '../change-lead.js';
import { AssignLead } from './assign-lead.command.js';

@CommandHandler(AssignLead)
export class AssignLeadHandler implements ICommandHandler<AssignLead> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ leadId, body, context }: AssignLead): Promise<Answer> {
    const { unit, person, occurredOn } = body;
    const { actor, today } = context;
    return changeLead(this.runner, leadId, context, async () => {
      if (unit) {
        // Handing a lead to another unit without its word is for those who act for the city; units refer (流转).
        requireReach(actor, unit);
        await requireUnit(this.runner, unit, 'unit', occurredOn);
      }
      return { kind: 'assign-lead', unit, person, occurredOn, today };
    });
  }
}
