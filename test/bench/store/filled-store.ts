import type { LogToRead } from '../projector/reading.js';
import type { StartProgram } from '../support/programs.js';
import { newFolder } from '../support/scratch.js';
import type { StoreAddress, StorePlace } from '../support/store.js';
import type { ToFill } from './fill-store.js';

/**
 * The embedded store with so many events in it, as it is after a restart: filled by another process, whose memory would
 * otherwise be the store's.
 */
export async function startFilledStore(start: StartProgram, filling: Omit<ToFill, 'dataDir'>): Promise<LogToRead> {
  const dataDir = newFolder();
  const events = await start<ToFill, number>(new URL('fill-store.ts', import.meta.url)).ask({ ...filling, dataDir });
  const store = start<StorePlace, StoreAddress>(new URL('../support/store.ts', import.meta.url));
  return { storePid: store.pid, address: await store.ask({ dataDir }), events };
}
