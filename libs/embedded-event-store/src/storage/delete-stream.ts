import type { ClientBase } from 'pg';
import { type Committed, type OutcomeName, writeOutcome } from './append-group.js';

/** A soft delete, or a tombstone, after which the stream can never be written again. */
export interface Deletion {
  readonly stream: string;
  /** A revision, or NO_STREAM, ANY, STREAM_EXISTS. */
  readonly expected: bigint;
  readonly tombstone: boolean;
}

interface DeletionRow {
  outcome: OutcomeName;
  revision: string;
  position: string | null;
  head: string;
}

const DELETE_STREAM = {
  name: 'delete-stream',
  text: 'SELECT * FROM event_store.delete_stream($1, $2, $3, $4)',
};

/** Deletes a stream in a transaction of its own; `created` in ticks of 100 ns since 1970. */
export async function deleteStream(client: ClientBase, deletion: Deletion, created: bigint): Promise<Committed> {
  const { rows } = await client.query<DeletionRow>({
    ...DELETE_STREAM,
    values: [deletion.stream, deletion.expected.toString(), deletion.tombstone, created.toString()],
  });
  const [row] = rows;
  if (row === undefined) throw new Error('delete_stream yielded no row');
  return {
    outcomes: [writeOutcome(row.outcome, row.revision, row.position ?? row.head)],
    head: BigInt(row.head),
  };
}
