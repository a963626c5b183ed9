import pg from 'pg';
import { randomOf } from '../city/random.js';
import { percentile } from '../support/lanes.js';
import { type StartProgram, withPrograms } from '../support/programs.js';
import { type Benchmark, type Line, type Round, lineOf } from '../support/rounds.js';
import { newFolder } from '../support/scratch.js';
import { dataFolder, roundsToRun, sizeOr } from '../support/settings.js';
import type { StoreAddress, StorePlace } from '../support/store.js';
import type { Behind } from './bare.js';
import type { Filled, Filling } from './fill.js';
import type { Known, Question } from './question.js';
import { QUESTIONS } from './questions.js';
import type { Answered, Asked } from './server.js';

/** About a hundred thousand projects. */
const EVENTS = 2_000_000;
const REQUESTS = 100;
const TO_WARM_UP = 30;
const SEED = 7;
const SAMPLE = 1000;

const nameOf = ({ name }: Question): string => `query.${name}`;

/** The 99th percentile of each question through HTTP, against that of its own statements sent bare. */
export const queryBenchmark: Benchmark = {
  names: QUESTIONS.map(nameOf),
  run: (isAsked) =>
    withPrograms(async (start) => {
      const sides = await startSides(start);
      const lines: Line[] = [];
      for (const question of QUESTIONS.filter((each) => isAsked(nameOf(each)))) {
        const rounds: Round[] = [];
        // Round 0 lets both sides warm up.
        for (let round = 0; round <= roundsToRun(); round += 1) {
          const both = await measure(question, sides, round);
          console.error(`${nameOf(question)}: round ${round}: ${both.ours.value} : ${both.reference.value} ms`);
          if (round > 0) rounds.push(both);
        }
        lines.push(lineOf(nameOf(question), 'ms', rounds));
      }
      return lines;
    }),
};

interface Sides {
  readonly known: Omit<Known, 'random' | 'next'>;
  readonly ask: (path: string) => Promise<Answered>;
  readonly bare: (statements: Answered['statements']) => Promise<number>;
}

async function startSides(start: StartProgram): Promise<Sides> {
  const store = start<StorePlace, StoreAddress>(new URL('../support/store.ts', import.meta.url));
  const { databaseUrl } = await store.ask({ dataDir: dataFolder() ?? newFolder(), stays: dataFolder() !== undefined });
  const filler = start<Filling, Filled>(new URL('fill.ts', import.meta.url));
  const { events, seconds } = await filler.ask({ databaseUrl, size: sizeOr(EVENTS) });
  const projects = await settled(databaseUrl);
  console.error(`query: ${events} events in ${Math.round(seconds)} s, ${projects.count} projects`);

  const server = start<Asked, Answered>(new URL('server.ts', import.meta.url));
  await server.ask({ databaseUrl });
  const bare = start<Behind, number>(new URL('bare.ts', import.meta.url));
  return {
    known: { projects: projects.sample, seq: events },
    ask: (path) => server.ask({ path }),
    bare: (statements) => bare.ask({ databaseUrl, statements }),
  };
}

/** Statistics as the server would have them after a while, and which projects there are. */
async function settled(databaseUrl: string): Promise<{ count: string; sample: Known['projects'] }> {
  const session = new pg.Client({ connectionString: databaseUrl });
  await session.connect();
  try {
    await session.query('vacuum analyze');
    const table = await session.query<{ name: string }>(
      `select format('%I.project', nspname) as name from pg_namespace where nspname like 'project_summary_v%'
       order by nspname desc limit 1`,
    );
    const name = table.rows[0]?.name ?? '';
    const { rows } = await session.query<{ id: string }>(`select id from ${name} order by md5(id) limit ${SAMPLE}`);
    const counted = await session.query<{ count: string }>(`select count(*) from ${name}`);
    const ids = rows.map(({ id }) => id);
    return { count: counted.rows[0]?.count ?? '0', sample: ids as [string, ...string[]] };
  } finally {
    await session.end();
  }
}

async function measure(
  { name, path, rare = false }: Question,
  { known, ask, bare }: Sides,
  round: number,
): Promise<Round> {
  const random = randomOf(SEED + round);
  const took = { ours: [] as number[], reference: [] as number[] };
  let next: string | undefined;
  for (let request = 0; request < (round === 0 ? TO_WARM_UP : REQUESTS); request += 1) {
    const answered = await ask(path({ ...known, random, next }));
    const answer = JSON.parse(answered.body) as { rows?: unknown[]; next?: string };
    if (answered.status !== 200 || (answer.rows?.length === 0 && !rare))
      throw new Error(`query.${name} was answered ${answered.status} ${answered.body}`);
    ({ next } = answer);
    took.ours.push(answered.ms);
    took.reference.push(await bare(answered.statements));
  }
  const measurement = (ms: readonly number[]) => ({
    value: percentile(ms, 0.99),
    latencyMs: { p50: percentile(ms, 0.5), p99: percentile(ms, 0.99) },
    cpuUs: {},
  });
  return { ours: measurement(took.ours), reference: measurement(took.reference) };
}
