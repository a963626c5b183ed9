import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ledger, LedgerClient, readSettings, startLedger } from '#apps/ledger';
import { recordLife } from './life.js';

/** A ledger with one project lived through, its kin, and what else a city has on its hands. */
export interface LifeLedger extends Ledger {
  readonly client: LedgerClient;
  readonly project: string;
}

/** Starts every part for real on a folder of its own and records all by the API. `stop` also removes the data. */
export async function startLifeLedger(): Promise<LifeLedger> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ledger-life-'));
  const ledger = await startLedger(readSettings({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' }));
  const stop = async () => {
    await ledger.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const client = new LedgerClient(ledger.url);
    const project = await recordLife(client, (actor) => ledger.token(actor));
    return { ...ledger, client, project, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
