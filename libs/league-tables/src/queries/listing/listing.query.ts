import { type Sql } from '#libs/database';
import { Parameters } from '#libs/postings';
import { Decimal } from '#libs/values';
import { markedPostings, standingAt } from '../totals/marked-postings.js';
import { type TotalsOf, type TotalsQuestion, passesOf } from '../totals/question.js';

/** What a sum is taken apart by. */
export type ListedBy = 'project' | 'month' | 'quarter';

/** What a subject has of a measure under one project, or in one month or quarter. */
export interface Listed {
  readonly subject: string;
  /** A project's id, `2022-03` or `2022-Q1`. */
  readonly key: string;
  /** Decimal text: the subject's part, and what it is a part of where others are credited too. */
  readonly quantity: string;
  readonly whole: string;
  /** Of the project; null where there are several or it has none. */
  readonly totalInvestment: string | null;
  readonly fixedAssetInvestment: string | null;
  readonly chain: string | null;
  /** The events that recorded what counts, in no order. */
  readonly eventIds: readonly string[];
}

const KEYS: Readonly<Record<ListedBy, string>> = {
  project: 'project',
  month: `to_char(day, 'YYYY-MM')`,
  quarter: `to_char(day, 'YYYY-"Q"Q')`,
};

/** The total of every subject in a sum, taken apart, as known at the seq `asOf`. What was taken back is not listed. */
export async function listing(
  sql: Sql,
  of: TotalsOf,
  by: ListedBy,
  question: TotalsQuestion,
  asOf: bigint,
): Promise<Listed[]> {
  const parameters = new Parameters();
  const [pass] = passesOf([question]);
  if (!pass || question.measure.kind !== 'sum') throw new RangeError('only a sum can be taken apart');
  const marked = markedPostings(pass, of, asOf, parameters, [standingAt('posting', asOf, parameters)]);
  const ofProject = (column: string) =>
    by === 'project' ? `(array_agg(${column} order by seq desc, line desc))[1]` : 'null';
  const rows = await sql.query<Listed[]>(
    `select subject, ${KEYS[by]} as key, sum(quantity) as quantity, sum(quantity / nullif(share, 0)) as whole,
       ${ofProject('total_investment')} as "totalInvestment",
       ${ofProject('fixed_asset_investment')} as "fixedAssetInvestment", ${ofProject('chain')} as chain,
       array_agg(distinct fact_id) as "eventIds"
     from (${marked.sql}) marked where ${marked.countsForFirst()} and subject is not null and ${KEYS[by]} is not null
     group by 1, 2 order by 1, 2`,
    parameters.values,
  );
  const plain = (text: string | null) => (text === null ? null : new Decimal(text).toFixed());
  return rows.map((row) => ({
    ...row,
    quantity: plain(row.quantity) ?? '0',
    whole: plain(row.whole) ?? '0',
    totalInvestment: plain(row.totalInvestment),
    fixedAssetInvestment: plain(row.fixedAssetInvestment),
  }));
}
