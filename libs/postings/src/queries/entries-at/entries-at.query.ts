import { type Sql } from '#libs/database';
import { selectRows } from '#libs/read-models';
import { PostingRow } from '../../projections/postings/posting.entity.js';

/** Where in the ledger an entry stands. */
export interface EntryPlace {
  readonly seq: string;
  readonly line: number;
}

/** The entries at these places, in the order of the ledger. */
export async function entriesAt(sql: Sql, places: readonly EntryPlace[]): Promise<PostingRow[]> {
  if (places.length === 0) return [];
  const seqs = places.map(({ seq }) => seq);
  const lines = places.map(({ line }) => line);
  const among = '(seq, line) in (select * from unnest($1::bigint[], $2::int[])) order by seq, line';
  return selectRows(sql, PostingRow, among, seqs, lines);
}
