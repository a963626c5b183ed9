import type { AssessmentScores } from '#libs/assessment';
import { cpuBelow, cpuOf, withCpu } from '../support/cpu.js';
import { withPrograms } from '../support/programs.js';
import { type Benchmark, type Round, bothSides, lineOf } from '../support/rounds.js';
import { newFolder } from '../support/scratch.js';
import { roundsToRun, sizeOr } from '../support/settings.js';
import type { StoreAddress } from '../support/store.js';
import type { Answered, Asked } from '../query/server.js';
import type { Aggregated, BareTotals } from './bare.js';
import type { LedgerToFill } from './fill.js';
import { ASKED, RATE, SCHEME } from './scheme.js';

const NAME = 'assess.vs-sql';
const SCORES = `/v1/assessments/${SCHEME.code}/scores`;
const POSTINGS = 2_000_000;
const UNITS = 200;

/** Scorecards of every unit through HTTP, against the bare aggregates that they need. */
export const assessBenchmark: Benchmark = {
  names: [NAME],
  run: () =>
    withPrograms(async (start) => {
      const store = start<{ dataDir: string }, StoreAddress>(new URL('../support/store.ts', import.meta.url));
      const { databaseUrl } = await store.ask({ dataDir: newFolder() });
      const postings = sizeOr(POSTINGS);
      await start<LedgerToFill, undefined>(new URL('fill.ts', import.meta.url)).ask({ databaseUrl, postings });
      console.error(`assess: ${postings} postings, ${UNITS} units, ${ASKED.length} indicators`);
      const server = start<Asked, Answered>(new URL('../query/server.ts', import.meta.url));
      await server.ask({ databaseUrl });
      const bare = start<{ databaseUrl: string }, Aggregated>(new URL('bare.ts', import.meta.url));

      const rounds: Round[] = [];
      // Round 0 lets both sides warm up.
      for (let round = 0; round <= roundsToRun(); round += 1) {
        const answered = { ours: '', reference: {} as BareTotals };
        const both = await bothSides(
          round,
          async () => {
            const meter = { api: () => cpuOf(server.pid), postgres: () => cpuBelow(store.pid) };
            const { result, cpuUs } = await withCpu(meter, 1, () => server.ask({ path: SCORES }));
            if (result.status !== 200) throw new Error(`${NAME}: answered ${result.status} ${result.body}`);
            answered.ours = result.body;
            return { value: result.ms, cpuUs };
          },
          async () => {
            const meter = { client: () => cpuOf(bare.pid), postgres: () => cpuBelow(store.pid) };
            const { result, cpuUs } = await withCpu(meter, 1, () => bare.ask({ databaseUrl }));
            answered.reference = result.totals;
            return { value: result.ms, cpuUs };
          },
        );
        compare(JSON.parse(answered.ours) as AssessmentScores, answered.reference);
        console.error(
          `${NAME}: round ${round}: ${Math.round(both.ours.value)} : ${Math.round(both.reference.value)} ms`,
        );
        if (round > 0) rounds.push(both);
      }
      return [lineOf(NAME, 'ms', rounds)];
    }),
};

/** @throws Error unless every unit's own figures are those that the bare aggregates come to. */
function compare({ rows }: AssessmentScores, bare: BareTotals): void {
  if (rows.length !== UNITS) throw new Error(`${NAME}: ${rows.length} units were scored, not ${UNITS}`);
  for (const { unit, indicators } of rows)
    ASKED.forEach(({ code, metric }, index) => {
      const inputs = indicators[index]?.inputs.map(({ value }) => Number(value)) ?? [];
      const [numerator, denominator] = bare[unit.code]?.[code] ?? [0, 1];
      const isSame =
        metric === RATE.metric ? inputs[0] === numerator && inputs[1] === denominator : inputs[0] === numerator;
      if (!isSame)
        throw new Error(`${NAME}: ${unit.code} has ${inputs.join(', ')} for ${code}, not ${numerator}, ${denominator}`);
    });
}
