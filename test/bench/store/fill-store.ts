import { EventLog } from '#libs/embedded-event-store';
import { startEmbeddedPostgres } from '#libs/embedded-postgres';
import { FULL_LIVES } from '../city/city-log.js';
import { inLanes } from '../support/lanes.js';
import { runAsProgram } from '../support/program.js';
import { preparedLog } from './prepared.js';

const LANES = 512;

/** What a store is to hold before it is measured. */
export interface ToFill {
  readonly dataDir: string;
  readonly events: number;
  /** Projects that report month by month; short lives when left out. */
  readonly fullLives?: boolean;
}

/** The program: so many events, or a few more, in the folder of an embedded store that is not running; how many. */
runAsProgram<ToFill, number>(async ({ dataDir, events, fullLives = false }) => {
  const postgres = await startEmbeddedPostgres({ dataDir });
  const log = await EventLog.open(postgres.url);
  let written = 0;
  await inLanes(LANES, preparedLog(events, fullLives ? FULL_LIVES : undefined), async (append) => {
    const { kind } = await log.append(append);
    if (kind !== 'appended') throw new Error(`an append to ${append.stream} was answered ${kind}`);
    written += append.events.length;
  });
  await log.close();
  await postgres.stop();
  return written;
});
