import type { LogToRead } from '../projector/reading.js';
import { startFilledStore } from '../store/filled-store.js';
import { withPrograms } from '../support/programs.js';
import {
  type Benchmark,
  type Line,
  type Measurement,
  type Round,
  bothSides,
  lineOf,
  median,
} from '../support/rounds.js';
import { roundsToRun, sizeOr } from '../support/settings.js';
import type { Rebuilding, Rebuilt } from './rebuild.js';

const EVENTS = 1_000_000;
const [SPEED, MEMORY] = ['rebuild.postings-vs-read', 'rebuild.memory'] as const;

/** The ledger of postings rebuilt from a long log, against a bare read of it; and what memory that takes. */
export const rebuildBenchmark: Benchmark = {
  names: [SPEED, MEMORY],
  run: () =>
    withPrograms(async (start) => {
      const log = await startFilledStore(start, { events: sizeOr(EVENTS), fullLives: true });
      console.error(`rebuild: ${log.events} events in the log`);
      const reader = start<LogToRead, Measurement>(new URL('../projector/read-all.ts', import.meta.url));
      const rounds: Round[] = [];
      const rebuilds: Rebuilt[] = [];
      for (let round = 1; round <= roundsToRun(); round += 1) {
        const rebuild = async () => {
          // A process of its own each time, as the command has one.
          const rebuilder = start<Rebuilding, Rebuilt>(new URL('rebuild.ts', import.meta.url));
          const rebuilt = await rebuilder.ask({ ...log, name: 'postings' });
          rebuilds.push(rebuilt);
          return rebuilt;
        };
        const both = await bothSides<Measurement>(round, rebuild, () => reader.ask(log));
        if (new Set(rebuilds.map(({ digest }) => digest)).size > 1)
          throw new Error('two rebuilds of one log have left different tables');
        console.error(`${SPEED}: round ${round}: ${both.ours.value} : ${both.reference.value}`);
        rounds.push(both);
      }
      return [lineOf(SPEED, 'events/s', rounds), memoryLine(rebuilds)];
    }),
};

/** The last fifth of the log against its second. */
function memoryLine(rebuilds: readonly Rebuilt[]): Line {
  const fifth = (memory: readonly number[], from: number): Measurement => {
    const length = memory.length / 5;
    return { value: median(memory.slice(from * length, (from + 1) * length)), cpuUs: {} };
  };
  const rounds = rebuilds.map(({ memory }) => ({ ours: fifth(memory, 4), reference: fifth(memory, 1) }));
  const line = lineOf(MEMORY, 'MiB', rounds);
  return { ...line, rounds: rebuilds.map(({ memory }) => ({ mib: memory })) };
}
