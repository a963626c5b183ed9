import { type Role } from '#libs/access';
import { type CommandContext, type CommandRunner } from '#libs/command-handling';
import { Refusal, type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { openConvertedLead, projectStream } from '#libs/projects';
import { type LeadConverted, leadStream } from '../../domain/lead.events.js';

const STREAM_PREFIX = leadStream('');

/** Opens the project of every converted lead that the converting process itself did not get to. */
export const openConvertedLeads = (runner: CommandRunner): Projection => ({
  name: 'open-converted-leads',
  version: 1,
  entities: [],
  onPoison: 'park',
  async apply(events) {
    // Nearly every conversion comes with its project: only the others cost a look at the store.
    const streams = new Set(events.map(({ stream }) => stream));
    for (const event of events)
      if (isConversion(event) && !streams.has(projectStream(event.data.projectId))) await openIfAllowed(runner, event);
  },
});

const isConversion = (event: SequencedEvent): event is SequencedEvent<LeadConverted> => event.type === 'LeadConverted';

async function openIfAllowed(runner: CommandRunner, event: SequencedEvent<LeadConverted>): Promise<void> {
  try {
    await openConvertedLead(runner, event.stream.slice(STREAM_PREFIX.length), event.data, contextOf(event));
  } catch (error) {
    // A refusal is final: trying again would hold every read model up behind it.
    if (!(error instanceof Refusal)) throw error;
  }
}

/** The reaction acts in the name of whoever converted the lead. */
function contextOf({ id, data, metadata }: SequencedEvent<LeadConverted>): CommandContext {
  const { actor, actingUnit, role, approvedBy, source, $correlationId, commandId, commandHash } = metadata;
  return {
    commandId,
    commandHash,
    actor: { id: actor, unit: actingUnit, role: role as Role },
    approvedBy,
    source,
    correlationId: $correlationId,
    causationId: id,
    today: data.occurredOn,
  };
}
