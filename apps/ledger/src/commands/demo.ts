import { join } from 'node:path';
import { type Actor } from '#libs/access';
import { LedgerClient } from '../client.js';
import { type DemoResult, playDemo } from '../demo/play-demo.js';
import { printDemo } from '../demo/print-demo.js';
import { type CheckedFile, readCheckedFile } from '../import/read-file.js';
import { PROJECT_ROOT } from '../project-root.js';
import { readSettings } from '../settings.js';
import { type Ledger, startLedger } from '../start-ledger.js';
import { untilStopped } from '../until-stopped.js';
import { reportRows } from './import.js';
import { DEFAULT_PORT } from './start.js';

const SHIPPED_FILE = join(PROJECT_ROOT, 'cases/luan-2022-01-09.import.json');
/** The page's visitor reads everything and writes nothing. */
const VISITOR: Actor = { id: 'demo-auditor', unit: 'demo', role: 'auditor' };

interface DemoOptions {
  case?: string;
  exit?: boolean;
  json?: boolean;
}

/** Starts everything, plays the file through the API, prints what the API then answers, and stays up unless told not to. */
export async function runDemo({ case: path = SHIPPED_FILE, exit = false, json = false }: DemoOptions): Promise<void> {
  const checked = await readCheckedFile(path);
  const ledger = await startLedger(readSettings(), exit ? 0 : DEFAULT_PORT);
  try {
    const result = await playAndTime(ledger, checked);
    reportRows(result.import);
    if (json) console.log(JSON.stringify(result, null, 2));
    else printDemo(result);
    if (result.import.refused.length > 0) process.exitCode = 1;
  } catch (error) {
    await ledger.stop();
    throw error;
  }
  if (exit) return ledger.stop();
  console.error(`页面：${ledger.url}/#token=${await ledger.token(VISITOR)}`);
  console.error('按 Ctrl-C 停止');
  return untilStopped(ledger);
}

async function playAndTime(ledger: Ledger, checked: CheckedFile): Promise<DemoResult> {
  const client = new LedgerClient(ledger.url);
  const played = await playDemo(client, checked, (actor) => ledger.token(actor));
  const total = Math.round(performance.now());
  return { ...played, timings: { ...ledger.timings, ...played.timings, total } };
}
