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

/** The outcomes of what one transaction wrote, in order, and the head of the log after it. */
export interface Committed {
  readonly outcomes: readonly WriteOutcome[];
  readonly head: bigint;
}

interface GroupRow {
  outcomes: OutcomeName[];
  revisions: string[];
  positions: (string | null)[];
  head: string;
}

/** How the functions of the database name an outcome. */
export type OutcomeName = WriteOutcome['kind'];

const APPEND_GROUP = {
  name: 'append-group',
  text: `SELECT * FROM event_store.append_group(${Array.from({ length: 15 }, (_, i) => `$${i + 1}`).join(', ')})`,
};

/**
 * Appends a group in one transaction; `created` in ticks of 100 ns since 1970. No event id may occur in two of the
 * appends, and an append to a metadata stream must be the only one.
 */
export async function appendGroup(client: ClientBase, appends: readonly Append[], created: bigint): Promise<Committed> {
  const { rows } = await client.query<GroupRow>({ ...APPEND_GROUP, values: parameters(appends, created) });
  const [row] = rows;
  if (row === undefined) throw new Error('append_group yielded no row');
  return {
    outcomes: row.outcomes.map((name, i) => writeOutcome(name, row.revisions[i] ?? '-1', row.positions[i] ?? row.head)),
    head: BigInt(row.head),
  };
}

// The bytes of all events travel as one binary parameter: as an array they would be spelled out in hexadecimal.
function parameters(appends: readonly Append[], created: bigint): unknown[] {
  const names = new Map<string, number>();
  for (const { stream } of appends) if (!names.has(stream)) names.set(stream, names.size + 1);
  const events = appends.flatMap(({ events }, i) => events.map((event, j) => ({ event, append: i + 1, place: j + 1 })));
  const starts: number[] = [];
  let start = 1;
  for (const { event } of events) {
    starts.push(start);
    start += event.data.length + event.metadata.length;
  }
  return [
    [...names.keys()],
    appends.map(({ stream }) => names.get(stream)),
    appends.map(({ expected }) => expected.toString()),
    appends.map(({ events }) => events.length),
    events.map(({ append }) => append),
    events.map(({ place }) => place),
    events.map(({ event }) => event.id),
    events.map(({ event }) => event.type),
    events.map(({ event }) => event.isJson),
    starts,
    events.map(({ event }) => event.data.length),
    events.map(({ event }) => event.metadata.length),
    Buffer.concat(events.flatMap(({ event }) => [event.data, event.metadata])),
    newRetention(appends[0]),
    created.toString(),
  ];
}

// Metadata of a metadata stream is stored and has no effect, hence only `$$x` counts, not `$$$$x`.
function newRetention(append: Append | undefined): string | null {
  const last = append?.events.at(-1);
  if (append === undefined || last === undefined) return null;
  if (!isMetastream(append.stream) || isMetastream(append.stream.slice(2))) return null;
  return JSON.stringify(retentionOf(last.data));
}

/** An outcome as the functions of the database tell it, numbers as decimal text. */
export function writeOutcome(name: OutcomeName, revision: string, position: string): WriteOutcome {
  switch (name) {
    case 'appended':
    case 'repeated':
      return { kind: name, revision: BigInt(revision), position: BigInt(position) };
    case 'wrong-revision':
      return { kind: name, current: BigInt(revision) };
    case 'stream-deleted':
      return { kind: name };
  }
}
