import { type Sql } from '#libs/database';
import { type EntryPlace, Parameters, type PostedMetric, provedAs } from '#libs/postings';
import { Decimal } from '#libs/values';
import { type Marked, POSTING, markedPostings, standingAt } from './marked-postings.js';
import { type Pass, SUBJECT_OF, type TotalsOf, type TotalsQuestion, passesOf } from './question.js';

/** An entry of the ledger that a total adds up. */
export interface EntryBehind extends EntryPlace {
  /** The event that recorded what counts. */
  readonly eventId: string;
  /** Of what reached a rate's goal: the part of it that the subject is credited with, its share in the cohort. */
  readonly part?: string;
}

/** The entries behind a total, in the order of the log; those of a sum are all in `numerator`. */
export interface EntriesBehind {
  readonly numerator: readonly EntryBehind[];
  readonly denominator: readonly EntryBehind[];
}

type Side = keyof EntriesBehind;
type Sides = Readonly<Record<Side, Map<string, Row>>>;

/**
 * The entries behind the totals of some subjects: for each question, by the subject's code. What was taken back is behind
 * nothing: what is left, each by its quantity (and part), adds up to the total. Reads the ledger as often as `totals` does.
 */
export async function entriesBehind(
  sql: Sql,
  of: TotalsOf,
  questions: readonly TotalsQuestion[],
  subjects: readonly string[],
  asOf: bigint,
): Promise<ReadonlyMap<string, EntriesBehind>[]> {
  const found = questions.map(() => new Map<string, Sides>());
  for (const pass of passesOf(questions))
    for (const side of pass.rate ? (['denominator', 'numerator'] as const) : (['numerator'] as const)) {
      const { rows, countsFor } = await read(sql, pass, side, of, subjects, asOf);
      for (const row of rows)
        for (const { index } of countsFor(row.metric, row.mask)) {
          const entries: Sides = found[index]?.get(row.subject) ?? { numerator: new Map(), denominator: new Map() };
          addTo(entries[side], row);
          found[index]?.set(row.subject, entries);
        }
    }
  const listed = (rows: ReadonlyMap<string, Row>): EntryBehind[] => Array.from(rows.values(), entryOf);
  return found.map(
    (bySubject) =>
      new Map(
        [...bySubject].map(([subject, { numerator, denominator }]) => [
          subject,
          { numerator: listed(numerator), denominator: listed(denominator) },
        ]),
      ),
  );
}

interface Row {
  readonly metric: PostedMetric;
  readonly subject: string;
  readonly mask: number;
  readonly seq: string;
  readonly line: number;
  readonly eventId: string;
  readonly part: string | null;
}

/** What several of the subject's own entries are credited with of one entry is added up. */
function addTo(rows: Map<string, Row>, row: Row): void {
  const place = `${row.seq}.${row.line}`;
  const before = rows.get(place);
  const part = before?.part && row.part ? new Decimal(before.part).plus(row.part).toFixed() : row.part;
  rows.set(place, { ...row, part });
}

const entryOf = ({ seq, line, eventId, part }: Row): EntryBehind => ({
  seq,
  line,
  eventId,
  ...(part !== null && { part: new Decimal(part).toFixed() }),
});

async function read(
  sql: Sql,
  pass: Pass,
  side: Side,
  of: TotalsOf,
  subjects: readonly string[],
  asOf: bigint,
): Promise<{ rows: Row[]; countsFor: Marked['countsFor'] }> {
  const parameters = new Parameters();
  const standing = (posting: string) => standingAt(posting, asOf, parameters);
  const marked = markedPostings(pass, of, asOf, parameters, [
    `${SUBJECT_OF[of]} = any(${parameters.of(subjects, 'text[]')})`,
    standing('posting'),
  ]);
  const reached = pass.rate && side === 'numerator' ? pass.rate : undefined;
  // The cohort's subject is credited, whoever reached the goal, on whichever day up to the last.
  const text = reached
    ? `select marked.metric, marked.subject, marked.mask, posting.seq, posting.line, posting.fact_id as "eventId",
         sum(sign(marked.quantity) * marked.share) as part
       from (${marked.sql}) marked join ${POSTING} posting using (project, item)
       where posting.metric = ${parameters.of(reached.reached, 'text')}
         and posting.day <= ${parameters.of(reached.by, 'date')}
         and posting.seq <= ${parameters.of(asOf, 'bigint')} and ${standing('posting')}
         ${provedAs(reached.proof, parameters)
           .map((condition) => `and ${condition}`)
           .join(' ')}
       group by 1, 2, 3, 4, 5, 6 order by posting.seq, posting.line`
    : `select metric, subject, mask, seq, line, fact_id as "eventId", null as part from (${marked.sql}) marked
       order by seq, line`;
  return { rows: await sql.query<Row[]>(text, parameters.values), countsFor: marked.countsFor };
}
