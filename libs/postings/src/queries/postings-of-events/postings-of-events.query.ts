import { type Sql } from '#libs/database';
import { selectRows, tableOf } from '#libs/read-models';
import { PostingRow } from '../../projections/postings/posting.entity.js';

const POSTING = tableOf(PostingRow).name;

const STANDING = `seq = any($1::bigint[]) and reverses_seq is null and not exists (
  select from ${POSTING} reversal
  where reversal.reverses_seq = posting.seq and reversal.reverses_line = posting.line and reversal.seq <= $2
) order by seq, line`;

/** What the events of these seqs posted and nothing had taken back by the seq `asOf`, in the order of the ledger. */
export const postingsOfEvents = (sql: Sql, seqs: readonly string[], asOf: bigint): Promise<PostingRow[]> =>
  seqs.length > 0 ? selectRows(sql, PostingRow, STANDING, seqs, asOf) : Promise.resolve([]);
