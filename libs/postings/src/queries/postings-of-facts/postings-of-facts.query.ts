import { type Sql } from '#libs/database';
import { planProjectOf } from '#libs/plans';
import { projectIdOf } from '#libs/projects';
import { selectRows, tableOf } from '#libs/read-models';
import { PostingRow } from '../../projections/postings/posting.entity.js';

/** An event that recorded something that counts. */
export interface Fact {
  readonly eventId: string;
  readonly seq: string;
  readonly stream: string;
}

const POSTING = tableOf(PostingRow).name;

/** A fact is posted by its own event, or posted anew by a later one of the same project: both can be found by an index. */
const STANDING = `fact_id = any($1::uuid[]) and (seq = any($2::bigint[]) or project = any($3::text[]))
  and seq <= $4 and reverses_seq is null and not exists (
    select from ${POSTING} reversal
    where reversal.reverses_seq = posting.seq and reversal.reverses_line = posting.line and reversal.seq <= $4
  ) order by seq, line`;

/** The entries that stand for these facts as known at the seq `asOf`, in the order of the ledger. */
export async function postingsOfFacts(sql: Sql, facts: readonly Fact[], asOf: bigint): Promise<PostingRow[]> {
  if (facts.length === 0) return [];
  const ids = facts.map(({ eventId }) => eventId);
  const seqs = facts.map(({ seq }) => seq);
  const projects = facts.flatMap(({ stream }) => projectIdOf(stream) ?? planProjectOf(stream) ?? []);
  return selectRows(sql, PostingRow, STANDING, ids, seqs, projects, asOf);
}
