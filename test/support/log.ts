import { type DomainEvent, type SequencedEvent } from '#libs/eventsourcing';
import { derivedId } from '#libs/values';

/** Where and by whom an event is recorded; what is left out follows from its place in the log. */
export interface Recording {
  readonly recordedAt?: Date;
  readonly actingUnit?: string;
}

const HASH = '0'.repeat(64);

/** A log in memory: numbers events as the reader of the real one does. The same calls make the same log. */
export class Log {
  readonly events: SequencedEvent[] = [];
  private readonly revisions = new Map<string, bigint>();

  /** Appends one event and gives it as the reader sees it. */
  append(stream: string, { type, data }: DomainEvent, recording: Recording = {}): SequencedEvent {
    const seq = BigInt(this.events.length + 1);
    const revision = this.revisions.get(stream) ?? 0n;
    this.revisions.set(stream, revision + 1n);
    const id = derivedId(stream, String(revision));
    const event: SequencedEvent = {
      seq,
      id,
      stream,
      revision,
      position: seq * 100n,
      type,
      data,
      metadata: {
        commandId: id,
        commandHash: HASH,
        $correlationId: id,
        $causationId: id,
        actor: 'account-1',
        actingUnit: recording.actingUnit ?? 'city',
        role: 'reporter',
        source: { kind: 'api' },
        schemaVersion: 1,
      },
      recordedAt: recording.recordedAt ?? new Date(Date.UTC(2022, 9, 1) + Number(seq) * 1000),
    };
    this.events.push(event);
    return event;
  }

  /** The seq of the last event. */
  get end(): bigint {
    return BigInt(this.events.length);
  }
}
