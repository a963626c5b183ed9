import { readSettings } from '../settings.js';
import { startLedger } from '../start-ledger.js';
import { untilStopped } from '../until-stopped.js';

export const DEFAULT_PORT = 3000;

/** Starts everything without data and stays up. */
export async function runStart(): Promise<void> {
  const ledger = await startLedger(readSettings(), DEFAULT_PORT);
  console.error(`页面与 API：${ledger.url}/`);
  console.error('令牌：npm run ledger -- token --unit <单位代码> --role administrator');
  console.error('按 Ctrl-C 停止');
  await untilStopped(ledger);
}
