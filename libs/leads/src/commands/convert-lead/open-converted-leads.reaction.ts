import { isRole } from '#libs/access';
import { type CommandContext, type CommandRunner } from '#libs/command-handling';
import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { openConvertedLead } from '#libs/projects';
import { type LeadConverted, leadStream } from '../../domain/lead.events.js';

const STREAM_PREFIX = leadStream('');

/** Opens the project of every converted lead that the converting process itself did not get to. */
export const openConvertedLeads = (runner: CommandRunner): Projection => ({
  name: 'open-converted-leads',
  version: 1,
  entities: [],
  async apply(events) {
    for (const event of events)
      if (event.type === 'LeadConverted') {
        const { data } = event as SequencedEvent<LeadConverted>;
        await openConvertedLead(runner, event.stream.slice(STREAM_PREFIX.length), data, contextOf(event));
      }
  },
});

/** The reaction acts in the name of whoever converted the lead. */
function contextOf({ id, data, metadata }: SequencedEvent): CommandContext {
  const { actor, actingUnit, role, approvedBy, source, $correlationId, commandId, commandHash } = metadata;
  if (!isRole(role)) throw new Error(`event ${id} was recorded under an unknown role`);
  return {
    commandId,
    commandHash,
    actor: { id: actor, unit: actingUnit, role },
    approvedBy,
    source,
    correlationId: $correlationId,
    causationId: id,
    today: (data as LeadConverted['data']).occurredOn,
  };
}
