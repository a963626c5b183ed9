import { logSize } from '../append/log-size.js';
import { type CpuMeter, cpuBelow, cpuOf, withCpu } from '../support/cpu.js';
import { type Program, type StartProgram, withPrograms } from '../support/programs.js';
import { type Benchmark, type Line, type Measurement, type Round, bothSides, lineOf } from '../support/rounds.js';
import { newFolder } from '../support/scratch.js';
import { roundsToRun, sizeOr } from '../support/settings.js';
import type { StoreAddress } from '../support/store.js';
import type { Appending } from './appends.js';
import type { ToFill } from './fill-store.js';
import type { Filled } from './null-store.js';

const APPENDS = 20_000;
const NAMES = ['store.append-vs-null', 'store.append-vs-sql'] as const;
const UNIT = 'appends/s';

/** The bare client appends to the embedded store; against a store that stores nothing, and against SQL alone. */
export const storeAppendBenchmark: Benchmark = {
  names: NAMES,
  run: () => withPrograms(runRounds),
};

async function runRounds(start: StartProgram): Promise<Line[]> {
  const { ours, references } = await startSides(start);
  const appends = sizeOr(APPENDS);
  const lines: Line[] = [];
  let round = 0;
  for (const [name, reference] of references) {
    const rounds: Round[] = [];
    // The first lets all programs warm up.
    for (let counted = 0; counted <= roundsToRun(); counted += 1) {
      const appending = { round: (round += 1), appends };
      const both = await bothSides(
        counted,
        () => ours(appending),
        () => reference(appending),
      );
      console.error(`${name}: round ${counted}: ${both.ours.value} : ${both.reference.value}`);
      if (counted > 0) rounds.push(both);
    }
    lines.push(lineOf(name, UNIT, rounds));
  }
  return lines;
}

type Side = (appending: Appending) => Promise<Measurement>;

async function startSides(start: StartProgram): Promise<{ ours: Side; references: [string, Side][] }> {
  const store = start<{ dataDir: string }, StoreAddress>(new URL('../support/store.ts', import.meta.url));
  const { databaseUrl, eventStoreUrl } = await store.ask({ dataDir: newFolder() });
  const nothing = start<Omit<ToFill, 'dataDir'>, Filled>(new URL('null-store.ts', import.meta.url));
  const { address } = await nothing.ask({ events: 0 });
  const client = start<Appending & { eventStoreUrl: string }, number>(new URL('append-client.ts', import.meta.url));
  const sql = start<Appending & { dataDir: string }, number>(new URL('append-sql.ts', import.meta.url));
  const dataDir = newFolder();

  const clientMeter = { client: () => cpuOf(client.pid) };
  const storing = measured({ ...clientMeter, ...meterOf(store, 'store'), ...postgresOf(store) }, (appending) =>
    client.ask({ ...appending, eventStoreUrl }),
  );
  const ours: Side = async (appending) => {
    const before = await logSize(databaseUrl);
    const measurement = await storing(appending);
    const written = (await logSize(databaseUrl)).events - before.events;
    if (written !== appending.appends) throw new Error(`${appending.appends} appends left ${written} events`);
    return measurement;
  };
  return {
    ours,
    references: [
      [
        NAMES[0],
        measured({ ...clientMeter, ...meterOf(nothing, 'store') }, (appending) =>
          client.ask({ ...appending, eventStoreUrl: address.eventStoreUrl }),
        ),
      ],
      [
        NAMES[1],
        measured({ ...meterOf(sql, 'store'), ...postgresOf(sql) }, (appending) => sql.ask({ ...appending, dataDir })),
      ],
    ],
  };
}

const meterOf = ({ pid }: Program<never, unknown>, name: string): CpuMeter => ({ [name]: () => cpuOf(pid) });

const postgresOf = ({ pid }: Program<never, unknown>): CpuMeter => ({ postgres: () => cpuBelow(pid) });

/** A side whose program tells the seconds that the appends took. */
const measured =
  (meter: CpuMeter, append: (appending: Appending) => Promise<number>): Side =>
  async (appending) => {
    const { result, cpuUs } = await withCpu(meter, appending.appends, () => append(appending));
    return { value: Math.round(appending.appends / result), cpuUs };
  };
