import { signToken } from '#libs/access';
import { LedgerClient } from '../client.js';
import { readCheckedFile } from '../import/read-file.js';
import { type Sent, sendFile } from '../import/send-rows.js';
import { localSigningKey } from '../keys.js';
import { readSettings } from '../settings.js';

/** Checks a file and sends its rows to a running API; refused rows are listed and make the exit code 1. */
export async function runImport(path: string, { url }: { url: string }): Promise<void> {
  const { file, hash } = await readCheckedFile(path);
  const key = await localSigningKey(readSettings().dataDir);
  const sent = await sendFile(new LedgerClient(url.replace(/\/$/, '')), file, hash, (actor) => signToken(key, actor));
  reportRows(sent);
  if (sent.refused.length > 0) process.exitCode = 1;
}

/** Says on standard error how many rows stand, and why each other one does not. */
export function reportRows({ accepted, refused }: Pick<Sent, 'accepted' | 'refused'>): void {
  console.error(`已办理 ${accepted} 行，被拒 ${refused.length} 行`);
  for (const { row, code, detail } of refused) console.error(`  ${row}：${detail}（${code}）`);
}
