import { type Sql } from '#libs/database';
import { Parameters, type PostedMetric, provedAs } from '#libs/postings';
import { Decimal } from '#libs/values';
import { type Marked, POSTING, markedPostings } from './marked-postings.js';
import { type Pass, type TotalsOf, type TotalsQuestion, passesOf } from './question.js';

/** What a subject has in a measure: exactly `numerator` ÷ `denominator`; a sum's denominator is one. */
export interface Total {
  readonly numerator: string;
  readonly denominator: string;
  /** How many postings were added up. */
  readonly postings: number;
}

/** By the subject's code. A subject is there when it has postings of its own (for a rate: a cohort). */
export type Totals = ReadonlyMap<string, Total>;

/**
 * The totals of many questions at once, in their order, as known at the seq `asOf`: the ledger is read once for all sums,
 * and once for all rates of the same kind.
 */
export async function totals(
  sql: Sql,
  of: TotalsOf,
  questions: readonly TotalsQuestion[],
  asOf: bigint,
): Promise<Totals[]> {
  const sums = questions.map(() => new Map<string, Sum>());
  for (const pass of passesOf(questions)) {
    const { rows, countsFor } = await read(sql, pass, of, asOf);
    for (const row of rows) for (const { index } of countsFor(row.metric, row.mask)) addTo(sums[index], row);
  }
  return sums.map((bySubject, index) => settled(bySubject, questions[index]?.measure.kind === 'rate'));
}

interface Row {
  readonly metric: PostedMetric;
  readonly subject: string;
  readonly mask: number;
  readonly numerator: string;
  readonly denominator: string;
  readonly postings: number;
}

interface Sum {
  numerator: Decimal;
  denominator: Decimal;
  postings: number;
}

/**
 * A subject of the cohort is credited by its share, however much was reached: an amount by whoever brought it in. What
 * is promised several times is matched promise by promise.
 */
async function read(
  sql: Sql,
  pass: Pass,
  of: TotalsOf,
  asOf: bigint,
): Promise<{ rows: Row[]; countsFor: Marked['countsFor'] }> {
  const parameters = new Parameters();
  const marked = markedPostings(pass, of, asOf, parameters);
  const text = pass.rate
    ? `with reached as (
         select project, item, sum(quantity) as times from ${POSTING} posting
         where posting.metric = ${parameters.of(pass.rate.reached, 'text')} and posting.project is not null
           and posting.day <= ${parameters.of(pass.rate.to, 'date')} and posting.seq <= ${parameters.of(asOf, 'bigint')}
           ${provedAs(pass.rate.proof, parameters)
             .map((condition) => `and ${condition}`)
             .join(' ')}
         group by project, item
       )
       select metric, subject, mask, coalesce(sum(sign(quantity) * share * times), 0) as numerator, sum(quantity) as denominator,
         count(*)::int as postings
       from (${marked.sql}) marked left join reached using (project, item)
       where subject is not null group by metric, subject, mask`
    : `select metric, subject, mask, sum(quantity) as numerator, '1' as denominator, count(*)::int as postings
       from (${marked.sql}) marked where subject is not null group by metric, subject, mask`;
  return { rows: await sql.query<Row[]>(text, parameters.values), countsFor: marked.countsFor };
}

function addTo(sums: Map<string, Sum> | undefined, { subject, numerator, denominator, postings }: Row): void {
  const sum = sums?.get(subject);
  if (!sum) {
    sums?.set(subject, { numerator: new Decimal(numerator), denominator: new Decimal(denominator), postings });
    return;
  }
  sum.numerator = sum.numerator.plus(numerator);
  sum.denominator = sum.denominator.plus(denominator);
  sum.postings += postings;
}

/** A cohort that has been taken back whole has no rate. */
function settled(sums: ReadonlyMap<string, Sum>, isRate: boolean): Totals {
  const found = [...sums].filter(([, { denominator }]) => !isRate || denominator.gt(0));
  return new Map(
    found.map(([subject, { numerator, denominator, postings }]) => [
      subject,
      { numerator: numerator.toFixed(), denominator: isRate ? denominator.toFixed() : '1', postings },
    ]),
  );
}
