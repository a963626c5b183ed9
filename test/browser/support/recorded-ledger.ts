import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ledger, LedgerClient, readSettings, startLedger } from '#apps/ledger';
import { type Recorder, recorderOn } from './recorder.js';

/** The whole product on a folder of its own, and what was recorded in it. */
export interface RecordedLedger<Recorded> extends Ledger {
  readonly client: LedgerClient;
  readonly recorded: Recorded;
}

/** Starts every part for real and records all by the API. `stop` also removes the data. */
export async function startRecordedLedger<Recorded>(
  record: (recorder: Recorder) => Promise<Recorded>,
): Promise<RecordedLedger<Recorded>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ledger-page-'));
  const ledger = await startLedger(readSettings({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' }));
  const stop = async () => {
    await ledger.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const client = new LedgerClient(ledger.url);
    const recorder = recorderOn(client, (actor) => ledger.token(actor));
    const recorded = await record(recorder);
    await recorder.shown();
    return { ...ledger, client, recorded, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
