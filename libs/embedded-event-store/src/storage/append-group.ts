import type { ClientBase } from 'pg';
import { isMetastream, type ProposedEvent } from './events.js';
import { retentionOf } from './retention.js';

/** One append: all of its events or none. */
export interface Append {
  readonly stream: string;
  /** A revision, or NO_STREAM, ANY, STREAM_EXISTS. */
  readonly expected: bigint;
  readonly events: readonly ProposedEvent[];
}

/**
 * What became of a write. `revision` and `position` are those of its last event, be it written now or found there
 * from an earlier attempt; when nothing was to be written, those of the stream (-1: none) and of the log's head.
 */
export type WriteOutcome =
  | { readonly kind: 'appended' | 'repeated'; readonly revision: bigint; readonly position: bigint }
  | { readonly kind: 'wrong-revision'; /** -1: no stream */ readonly current: bigint }
  | { readonly kind: 'stream-deleted' };

/** An outcome, and where the head of the log stands after it. */
export interface Judged {
  readonly outcome: WriteOutcome;
  readonly head: bigint;
}

export interface OutcomeRow {
  outcome: 'appended' | 'repeated' | 'wrong-revision' | 'stream-deleted';
  revision: string;
  position: string | null;
  head: string;
}

const APPEND_GROUP = {
  name: 'append-group',
  text: 'SELECT * FROM event_store.append_group($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
};

/** Appends a group in one transaction. One answer per append, in order; `created` in ticks of 100 ns since 1970. */
export async function appendGroup(client: ClientBase, appends: readonly Append[], created: bigint): Promise<Judged[]> {
  const events = appends.flatMap((append) => append.events);
  const { rows } = await client.query<OutcomeRow>({
    ...APPEND_GROUP,
    values: [
      appends.map((append) => append.stream),
      appends.map((append) => append.expected.toString()),
      appends.map((append) => append.events.length),
      appends.map(newRetention),
      events.map((event) => event.id),
      events.map((event) => event.type),
      events.map((event) => event.isJson),
      events.map((event) => event.data),
      events.map((event) => event.metadata),
      created.toString(),
    ],
  });
  return rows.map(judged);
}

// Metadata of a metadata stream is stored and has no effect, hence only `$$x` counts, not `$$$$x`.
function newRetention({ stream, events }: Append): string | null {
  const last = events.at(-1);
  if (last === undefined || !isMetastream(stream) || isMetastream(stream.slice(2))) return null;
  return JSON.stringify(retentionOf(last.data));
}

/** A row of the append and delete functions as an outcome. */
export function judged(row: OutcomeRow): Judged {
  const head = BigInt(row.head);
  switch (row.outcome) {
    case 'appended':
    case 'repeated':
      return {
        outcome: { kind: row.outcome, revision: BigInt(row.revision), position: BigInt(row.position ?? head) },
        head,
      };
    case 'wrong-revision':
      return { outcome: { kind: 'wrong-revision', current: BigInt(row.revision) }, head };
    case 'stream-deleted':
      return { outcome: { kind: 'stream-deleted' }, head };
  }
}
