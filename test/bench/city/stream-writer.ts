import type { Actor } from '#libs/access';
import type { NewEvent } from '#libs/event-store';
import { type DomainEvent, type EventMetadata, eventHash } from '#libs/eventsourcing';
import { derivedId, digestOf, type Sha256 } from '#libs/values';
import type { Append } from '../support/load-log.js';

/** The command to which an event is owed. */
export type CommandMark = Pick<EventMetadata, 'commandId' | 'commandHash'>;

/** What the product records with an event that a command by `actor` left behind. */
export const metadataOf = (
  actor: Actor,
  { commandId, commandHash }: CommandMark,
  previousHash?: Sha256,
): EventMetadata => ({
  commandId,
  commandHash,
  $correlationId: commandId,
  $causationId: commandId,
  actor: actor.id,
  actingUnit: actor.unit,
  role: actor.role,
  source: { kind: 'api' },
  schemaVersion: 1,
  ...(previousHash !== undefined && { previousHash }),
});

/** Makes the appends of one stream, in order; its events have the ids and the hash chain that the log needs. */
export interface StreamWriter {
  /** One command's events; the mark is made up unless given. */
  write(events: readonly DomainEvent[], mark?: CommandMark): Append;
}

export function streamWriter(stream: string, actor: Actor): StreamWriter {
  let revision = -1n;
  let previousHash: Sha256 | undefined;
  return {
    write(events, given) {
      const expected = revision;
      const mark = given ?? {
        commandId: derivedId('command', stream, String(revision)),
        commandHash: digestOf(events),
      };
      const made = events.map(({ type, data }): NewEvent => {
        revision += 1n;
        const metadata = metadataOf(actor, mark, previousHash);
        const event = { id: derivedId(stream, String(revision)), type, data, metadata };
        previousHash = eventHash(event);
        return event;
      });
      return { stream, expected, events: made };
    },
  };
}
