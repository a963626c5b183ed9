import { type Role } from '#libs/access';
import { type CommandContext, type CommandRunner } from '#libs/command-handling';
import { type DomainEvent, Refusal, type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { projectStream } from '../../domain/project.events.js';
import { type Conversion, type OpenConverted } from './open-converted.js';

/** Where conversions are recorded, and how what they name is opened. */
export interface ConversionSource {
  readonly name: string;
  /** The event whose data is a `Conversion`. */
  readonly eventType: string;
  /** What stands before the origin's id in the name of its stream. */
  readonly streamPrefix: string;
  readonly open: OpenConverted;
}

type Converted = SequencedEvent<DomainEvent<string, Conversion>>;

/** Opens the project of every conversion that the converting process itself did not get to. */
export const openConverted = (
  runner: CommandRunner,
  { name, eventType, streamPrefix, open }: ConversionSource,
): Projection => ({
  name,
  version: 1,
  entities: [],
  onPoison: 'park',
  async apply(events) {
    const isConversion = (event: SequencedEvent): event is Converted => event.type === eventType;
    // Nearly every conversion comes with its project: only the others cost a look at the store.
    const streams = new Set(events.map(({ stream }) => stream));
    for (const event of events)
      if (isConversion(event) && !streams.has(projectStream(event.data.projectId)))
        await ifAllowed(() => open(runner, event.stream.slice(streamPrefix.length), event.data, contextOf(event)));
  },
});

async function ifAllowed(open: () => Promise<unknown>): Promise<void> {
  try {
    await open();
  } catch (error) {
    // A refusal is final: trying again would hold every read model up behind it.
    if (!(error instanceof Refusal)) throw error;
  }
}

/** The reaction acts in the name of whoever converted. */
function contextOf({ id, data, metadata }: Converted): CommandContext {
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
