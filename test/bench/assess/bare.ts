import pg from 'pg';
import { PostingRow } from '#libs/postings';
import { tableOf } from '#libs/read-models';
import { runAsProgram } from '../support/program.js';
import { ASKED, type AskedMetric, PERIOD, RATE } from './scheme.js';

/** What each unit has for each indicator: numerator and denominator, as numbers. */
export type BareTotals = Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>;

export interface Aggregated {
  readonly ms: number;
  readonly totals: BareTotals;
}

const POSTING = tableOf(PostingRow).name;

/** Which unit has how much under each indicator of a statement, in the order of its columns. */
interface Statement {
  readonly text: string;
  readonly indicators: readonly AskedMetric[];
}

let session: pg.Client | undefined;

/**
 * The program: the aggregates that the scheme needs, as one would write them by hand, one statement a metric with a
 * `filter` for each band; no scheme, no names, no arithmetic on top.
 */
runAsProgram<{ databaseUrl: string }, Aggregated>(
  async ({ databaseUrl }) => {
    session ??= await connected(databaseUrl);
    const totals: Record<string, Record<string, readonly [number, number]>> = {};
    const begin = performance.now();
    for (const { text, indicators } of STATEMENTS) {
      const { rows } = await session.query<unknown[]>({ text, rowMode: 'array' });
      for (const [unit, ...sums] of rows)
        indicators.forEach(({ code }, index) => {
          (totals[unit as string] ??= {})[code] = [Number(sums[2 * index] ?? 0), Number(sums[2 * index + 1] ?? 0)];
        });
    }
    return { ms: performance.now() - begin, totals };
  },
  async () => session?.end(),
);

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

const bandOf = ({ minInvestment, maxInvestment, minFixedAssets }: AskedMetric): string =>
  [
    'true',
    ...(minInvestment === undefined ? [] : [`p.total_investment >= ${minInvestment}`]),
    ...(maxInvestment === undefined ? [] : [`p.total_investment < ${maxInvestment}`]),
    ...(minFixedAssets === undefined ? [] : [`p.fixed_asset_investment >= ${minFixedAssets}`]),
  ].join(' and ');

const IN_PERIOD = `p.day between '${PERIOD.from}' and '${PERIOD.to}'`;

const STATEMENTS: readonly Statement[] = [...Map.groupBy(ASKED, ({ metric }) => metric)].map(
  ([metric, indicators]): Statement => {
    if (metric !== RATE.metric) {
      const sums = indicators.map((asked) => `sum(p.quantity) filter (where ${bandOf(asked)}), 1`);
      const text = `select p.unit, ${sums.join(', ')} from ${POSTING} p where p.metric = '${metric}' and ${IN_PERIOD} group by 1`;
      return { indicators, text };
    }
    const sums = indicators.map(
      (asked) =>
        `sum(p.quantity * r.times) filter (where ${bandOf(asked)}), sum(p.quantity) filter (where ${bandOf(asked)})`,
    );
    const reached = `select project, sum(quantity) as times from ${POSTING}
      where metric = '${RATE.reached}' and day <= '${PERIOD.to}' group by project`;
    const text = `select p.unit, ${sums.join(', ')} from ${POSTING} p left join (${reached}) r using (project)
      where p.metric = '${RATE.cohort}' and ${IN_PERIOD} group by 1`;
    return { indicators, text };
  },
);
