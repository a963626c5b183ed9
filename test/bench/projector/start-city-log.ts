import { FULL_LIVES, cityLog } from '../city/city-log.js';
import { loadLog } from '../support/load-log.js';
import type { StartProgram } from '../support/programs.js';
import { newFolder } from '../support/scratch.js';
import { sizeOr } from '../support/settings.js';
import type { StoreAddress } from '../support/store.js';
import type { LogToRead } from './reading.js';

const EVENTS = 40_000;
const SEED = 2022;
const LOADING = 64;

/** A store with a year of a city's projects in it, reports month by month and all. */
export async function startCityLog(start: StartProgram): Promise<LogToRead> {
  const store = start<{ dataDir: string }, StoreAddress>(new URL('../support/store.ts', import.meta.url));
  const address = await store.ask({ dataDir: newFolder() });
  const log = [...cityLog(SEED, sizeOr(EVENTS), FULL_LIVES)];
  await loadLog(address.eventStoreUrl, log.values(), LOADING);
  const events = log.reduce((sum, append) => sum + append.events.length, 0);
  console.error(`projector: ${events} events in the log`);
  return { address, storePid: store.pid, events };
}
