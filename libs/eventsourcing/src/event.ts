import { type Sha256, digestOf } from '#libs/values';

/** A fact before it is stored. `type` is the wire name: once written to a log it never changes. */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/** Where a command came from: typed in through the API, or a row (from 1) of an imported file. */
export type Source =
  { readonly kind: 'api' } | { readonly kind: 'import'; readonly file: Sha256; readonly row: number };

/** What every event carries beside its data: who, for whom, on whose word, by which command. */
export interface EventMetadata {
  readonly commandId: string;
  /** Hash of the command's request: the same id with another hash is a reused key. */
  readonly commandHash: Sha256;
  /** The command's correlation and cause, under the names that EventStoreDB's own tools follow. */
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly actor: string;
  readonly actingUnit: string;
  readonly role: string;
  readonly approvedBy?: string;
  readonly source: Source;
  readonly schemaVersion: number;
  /** Hash of the stream's previous event (see `eventHash`), absent on the first. */
  readonly previousHash?: Sha256;
}

/** A fact as the store holds it. `position` is its place in `$all`; `recordedAt` is when it became known. */
export interface StoredEvent<E extends DomainEvent = DomainEvent> {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly type: E['type'];
  readonly data: E['data'];
  readonly metadata: EventMetadata;
  readonly recordedAt: Date;
  /** What the store holds, where `data` and `metadata` are in the shape of a later version (see `upcast`). */
  readonly asStored?: { readonly data: object; readonly metadata: EventMetadata };
}

/** A stored fact with its ordinal in `$all` (from 1, system events not counted): the lasting as-of token. */
export type SequencedEvent<E extends DomainEvent = DomainEvent> = StoredEvent<E> & { readonly seq: bigint };

/** The hash that the next event of the stream carries as `previousHash`: of the event as it is stored. */
export function eventHash(event: Pick<StoredEvent, 'id' | 'type' | 'data' | 'metadata' | 'asStored'>): Sha256 {
  const { data, metadata } = event.asStored ?? event;
  return digestOf({ id: event.id, type: event.type, data, metadata });
}
