import { EventLog } from '#libs/embedded-event-store';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#libs/embedded-postgres';
import { runAsProgram } from '../support/program.js';
import { type Appending, placesOf, proposed } from './appends.js';

let postgres: EmbeddedPostgres | undefined;
let log: EventLog | undefined;

/** The program: the same appends by the log's SQL function in this process, in groups, with neither gRPC nor client. */
runAsProgram<Appending & { dataDir: string }, number>(
  async ({ dataDir, ...appending }) => {
    postgres ??= await startEmbeddedPostgres({ dataDir, ephemeral: true });
    const opened = (log ??= await EventLog.open(postgres.url));
    const lanes = placesOf(appending);
    const begin = performance.now();
    await Promise.all(
      lanes.map(async (lane) => {
        for (const place of lane) {
          const { kind } = await opened.append(proposed(place));
          if (kind !== 'appended') throw new Error(`an append to ${place.stream} was answered ${kind}`);
        }
      }),
    );
    return (performance.now() - begin) / 1000;
  },
  async () => {
    await log?.close();
    await postgres?.stop();
  },
);
