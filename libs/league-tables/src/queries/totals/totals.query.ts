import { type Sql } from '#libs/database';
import { Parameters, type PostedMetric, provedAs } from '#libs/postings';
import { Decimal } from '#libs/values';
import { type Marked, POSTING, markedPostings } from './marked-postings.js';
import { type Pass, type TotalsOf, type TotalsQuestion, groupedPasses, passesOf } from './question.js';

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
 * The totals of many questions at once, in their order, as known at the seq `asOf`: the ledger is read once for all sums
 * and all cohorts, and once for what was reached by all rates of the same kind; the two at the same time.
 */
export async function totals(
  sql: Sql,
  of: TotalsOf,
  questions: readonly TotalsQuestion[],
  asOf: bigint,
): Promise<Totals[]> {
  const sums = questions.map(() => new Map<string, Sum>());
  await Promise.all([addGrouped(), addReached()]);
  return sums.map((bySubject, index) => settled(bySubject, questions[index]?.measure.kind === 'rate'));

  async function addGrouped(): Promise<void> {
    for (const pass of groupedPasses(questions)) {
      const { rows, countsFor } = await readGrouped(sql, pass, of, asOf);
      for (const { metric, mask, subject, quantity, postings } of rows)
        for (const { index } of countsFor(metric, mask)) {
          const sum = sumFor(sums[index], subject);
          sum.grouped = sum.grouped.plus(quantity);
          sum.postings += postings;
        }
    }
  }

  async function addReached(): Promise<void> {
    for (const { rate, asked } of passesOf(questions)) {
      if (!rate) continue;
      const { rows, countsFor } = await readReached(sql, { rate, asked }, of, asOf);
      for (const { metric, mask, subject, reached } of rows)
        for (const { index } of countsFor(metric, mask)) {
          const sum = sumFor(sums[index], subject);
          sum.reached = sum.reached.plus(reached);
        }
    }
  }
}

interface Grouped {
  readonly metric: PostedMetric;
  readonly subject: string;
  readonly mask: number;
}

interface Sum {
  grouped: Decimal;
  reached: Decimal;
  postings: number;
}

const sumFor = (sums: Map<string, Sum> | undefined, subject: string): Sum => {
  const known = sums?.get(subject) ?? { grouped: new Decimal(0), reached: new Decimal(0), postings: 0 };
  sums?.set(subject, known);
  return known;
};

type Read<Row> = Promise<{ rows: (Grouped & Row)[]; countsFor: Marked['countsFor'] }>;

async function readGrouped(
  sql: Sql,
  pass: Pass,
  of: TotalsOf,
  asOf: bigint,
): Read<{ readonly quantity: string; readonly postings: number }> {
  const parameters = new Parameters();
  const marked = markedPostings(pass, of, asOf, parameters);
  const text = `select metric, subject, mask, sum(quantity) as quantity, count(*)::int as postings
    from (${marked.sql}) marked where subject is not null group by metric, subject, mask`;
  return { rows: await sql.query(text, parameters.values), countsFor: marked.countsFor };
}

/**
 * A subject of the cohort is credited by its share, however much was reached: an amount by whoever brought it in. What
 * is promised several times is matched promise by promise.
 */
async function readReached(
  sql: Sql,
  pass: Pass & { readonly rate: NonNullable<Pass['rate']> },
  of: TotalsOf,
  asOf: bigint,
): Read<{ readonly reached: string }> {
  const { reached, by, proof } = pass.rate;
  const parameters = new Parameters();
  const marked = markedPostings(pass, of, asOf, parameters);
  const counting = [
    'marked.subject is not null',
    `posting.metric = ${parameters.of(reached, 'text')}`,
    `posting.day <= ${parameters.of(by, 'date')}`,
    `posting.seq <= ${parameters.of(asOf, 'bigint')}`,
    ...provedAs(proof, parameters),
  ];
  const text = `select marked.metric, marked.subject, marked.mask,
      sum(sign(marked.quantity) * marked.share * posting.quantity) as reached
    from (${marked.sql}) marked join ${POSTING} posting using (project, item)
    where ${counting.join(' and ')} group by marked.metric, marked.subject, marked.mask`;
  return { rows: await sql.query(text, parameters.values), countsFor: marked.countsFor };
}

/** A cohort that has been taken back whole has no rate. */
function settled(sums: ReadonlyMap<string, Sum>, isRate: boolean): Totals {
  const found = [...sums].filter(([, { grouped }]) => !isRate || grouped.gt(0));
  return new Map(
    found.map(([subject, { grouped, reached, postings }]) => [
      subject,
      {
        numerator: (isRate ? reached : grouped).toFixed(),
        denominator: isRate ? grouped.toFixed() : '1',
        postings,
      },
    ]),
  );
}
