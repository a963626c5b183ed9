import { type DomainEvent, type EventMetadata, currentVersion, eventHash } from '#libs/eventsourcing';
import { type NewEvent } from '#libs/event-store';
import { derivedId, type Sha256 } from '#libs/values';
import { type CommandContext } from './command-context.js';

/**
 * Decided events made ready for the log: ids that a repeated attempt would make again, metadata, and the hash chain.
 * The id covers the request's hash, so that two different requests under one key never pass for the same append.
 */
export function newEvents(
  stream: string,
  events: readonly DomainEvent[],
  context: CommandContext,
  lastHash: Sha256 | undefined,
): { events: NewEvent[]; lastHash: Sha256 | undefined } {
  let previousHash = lastHash;
  const made = events.map(({ type, data }, index): NewEvent => {
    const id = derivedId(stream, context.commandId, context.commandHash, String(index));
    const event = { id, type, data: withoutGaps(data), metadata: metadataOf(type, context, previousHash) };
    previousHash = eventHash(event);
    return event;
  });
  return { events: made, lastHash: previousHash };
}

function metadataOf(type: string, context: CommandContext, previousHash: Sha256 | undefined): EventMetadata {
  const { actor } = context;
  return {
    commandId: context.commandId,
    commandHash: context.commandHash,
    $correlationId: context.correlationId,
    $causationId: context.causationId,
    actor: actor.id,
    actingUnit: actor.unit,
    role: actor.role,
    ...(context.approvedBy !== undefined && { approvedBy: context.approvedBy }),
    source: context.source,
    schemaVersion: currentVersion(type),
    ...(previousHash !== undefined && { previousHash }),
  };
}

/** The data as JSON will have it, so that what is folded now equals what is read later. */
const withoutGaps = (data: object): object => JSON.parse(JSON.stringify(data)) as object;
