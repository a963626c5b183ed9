import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, type CommandContext, CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { openConvertedLead } from '#libs/projects';
import { requireUnit } from '#libs/units';
import { derivedId } from '#libs/values';
import { leadDecider } from '../../domain/lead.decider.js';
import { type LeadConverted, leadStream } from '../../domain/lead.events.js';
import { requireLead } from '../require-lead.js';
import { ConvertLead, type ConvertLeadBody } from './convert-lead.command.js';

/**
 * Two streams change, in two appends: the lead says what it becomes, then the project opens under an id of its own.
 * Should the process die between them, `openConvertedLeads` (a reaction in the projector) makes the second.
 */
@CommandHandler(ConvertLead)
export class ConvertLeadHandler implements ICommandHandler<ConvertLead> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ leadId, body, context }: ConvertLead): Promise<Answer> {
    const { state: lead } = await this.runner.runPrepared({
      stream: leadStream(leadId),
      decider: leadDecider,
      command: async () => ({
        kind: 'convert-lead' as const,
        conversion: await this.conversion(leadId, body, context),
        today: context.today,
      }),
      context,
    });
    const conversion = lead?.conversion;
    refuseUnless(conversion, 'conflict', 'LEAD.WRONG_STATUS', '线索尚未转为项目');
    return openConvertedLead(this.runner, leadId, conversion, context);
  }

  private async conversion(
    leadId: string,
    { name, unit, place, chain, occurredOn }: ConvertLeadBody,
    { actor }: CommandContext,
  ): Promise<LeadConverted['data']> {
    const lead = await requireLead(this.runner, leadId);
    requireReach(actor, lead.unit);
    const answering = unit ?? lead.unit;
    await requireUnit(this.runner, answering, 'unit', occurredOn);
    const shares = lead.shares && [...lead.shares];
    const introduced = lead.introducer && { introducer: lead.introducer };
    const project = {
      name,
      unit: answering,
      place,
      chain: chain ?? lead.chain,
      plannedInvestment: lead.expectedInvestment,
      tiers: lead.tiers.length > 0 ? [...lead.tiers] : undefined,
      shares,
      ...introduced,
    };
    return { projectId: derivedId('project', leadId), project, occurredOn };
  }
}
