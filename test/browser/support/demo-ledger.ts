import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LedgerClient, type Ledger, readSettings, startLedger, playDemo, readCheckedFile } from '#apps/ledger';

const CASE = new URL('../../../cases/luan-2022-01-09.import.json', import.meta.url).pathname;

/** The whole product with the published figures of 六安 in it, on a folder of its own. */
export interface DemoLedger extends Ledger {
  readonly client: LedgerClient;
}

/** Starts every part for real and plays the shipped import file through the API. `stop` also removes the data. */
export async function startDemoLedger(): Promise<DemoLedger> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ledger-browser-'));
  const ledger = await startLedger(readSettings({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' }));
  const stop = async () => {
    await ledger.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const client = new LedgerClient(ledger.url);
    await playDemo(client, await readCheckedFile(CASE), (actor) => ledger.token(actor));
    return { ...ledger, client, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
