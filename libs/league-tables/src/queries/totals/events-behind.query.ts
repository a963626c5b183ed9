import { type Sql } from '#libs/database';
import { Parameters, type PostedMetric, provedAs } from '#libs/postings';
import { type Marked, POSTING, markedPostings } from './marked-postings.js';
import { type Pass, SUBJECT_OF, type TotalsOf, type TotalsQuestion, passesOf } from './question.js';

/** The ids of the events behind a total, in the order of the log; those of a sum are all in `numerator`. */
export interface EventsBehind {
  readonly numerator: readonly string[];
  readonly denominator: readonly string[];
}

/**
 * The events behind the totals of some subjects: for each question, by the subject's code. Voided ones are behind
 * nothing. Reads the ledger as often as `totals` does.
 */
export async function eventsBehind(
  sql: Sql,
  of: TotalsOf,
  questions: readonly TotalsQuestion[],
  subjects: readonly string[],
  asOf: bigint,
): Promise<ReadonlyMap<string, EventsBehind>[]> {
  const found = questions.map(() => new Map<string, { numerator: Set<string>; denominator: Set<string> }>());
  for (const pass of passesOf(questions))
    for (const side of pass.rate ? (['denominator', 'numerator'] as const) : (['numerator'] as const)) {
      const { rows, countsFor } = await read(sql, pass, side, of, subjects, asOf);
      for (const { metric, subject, mask, eventId } of rows)
        for (const { index } of countsFor(metric, mask)) {
          const events = found[index]?.get(subject) ?? { numerator: new Set(), denominator: new Set() };
          events[side].add(eventId);
          found[index]?.set(subject, events);
        }
    }
  return found.map(
    (bySubject) =>
      new Map(
        [...bySubject].map(([subject, { numerator, denominator }]) => [
          subject,
          { numerator: [...numerator], denominator: [...denominator] },
        ]),
      ),
  );
}

interface Row {
  readonly metric: PostedMetric;
  readonly subject: string;
  readonly mask: number;
  readonly eventId: string;
}

async function read(
  sql: Sql,
  pass: Pass,
  side: 'numerator' | 'denominator',
  of: TotalsOf,
  subjects: readonly string[],
  asOf: bigint,
): Promise<{ rows: Row[]; countsFor: Marked['countsFor'] }> {
  const parameters = new Parameters();
  const standing = (posting: string) => `${posting}.reverses_seq is null and not exists (
    select from ${POSTING} reversal where reversal.reverses_seq = ${posting}.seq
      and reversal.reverses_line = ${posting}.line and reversal.seq <= ${parameters.of(asOf, 'bigint')}
  )`;
  const marked = markedPostings(pass, of, asOf, parameters, [
    `${SUBJECT_OF[of]} = any(${parameters.of(subjects, 'text[]')})`,
    standing('posting'),
  ]);
  const reached = pass.rate && side === 'numerator' ? pass.rate : undefined;
  // The cohort's subject is credited, whoever reached the goal, on whichever day up to the last.
  const text = reached
    ? `select distinct marked.metric, marked.subject, marked.mask, posting.fact_id as "eventId", posting.seq
       from (${marked.sql}) marked join ${POSTING} posting using (project, item)
       where posting.metric = ${parameters.of(reached.reached, 'text')}
         and posting.day <= ${parameters.of(reached.to, 'date')}
         and posting.seq <= ${parameters.of(asOf, 'bigint')} and ${standing('posting')}
         ${provedAs(reached.proof, parameters)
           .map((condition) => `and ${condition}`)
           .join(' ')}
       order by posting.seq`
    : `select distinct metric, subject, mask, fact_id as "eventId", seq from (${marked.sql}) marked order by seq`;
  return { rows: await sql.query<Row[]>(text, parameters.values), countsFor: marked.countsFor };
}
