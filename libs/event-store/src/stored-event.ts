import { type RecordedEvent } from '@eventstore/db-client';
import { type EventMetadata, type StoredEvent, upcast } from '#libs/eventsourcing';

/** What older servers put where a stream's event has no known place in `$all`. */
const NO_POSITION = 2n ** 64n - 1n;

/** The event's own place in `$all`; undefined when the server left it out. */
export const positionOf = ({ position }: Pick<RecordedEvent, 'position'>): bigint | undefined =>
  position === undefined || position.commit === NO_POSITION ? undefined : position.commit;

/** EventStoreDB's own events: metadata of streams, statistics, links. */
export const isSystemType = (type: string): boolean => type.startsWith('$');

/**
 * The client's record in the product's terms, its data in the shape of the current version. An event that came without
 * metadata gets empty metadata.
 */
export const toStored = (event: RecordedEvent, position: bigint): StoredEvent =>
  upcast({
    id: event.id,
    stream: event.streamId,
    revision: event.revision,
    position,
    type: event.type,
    data: event.data as object,
    metadata: (event.metadata ?? {}) as object as EventMetadata,
    recordedAt: event.created,
  });
