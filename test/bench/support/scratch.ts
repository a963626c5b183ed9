import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let root: string | undefined;
let made = 0;

/** An empty folder on the disk of `TMPDIR`, gone when this process ends. */
export function newFolder(): string {
  root ??= openRoot();
  const folder = join(root, String(++made));
  mkdirSync(folder, { mode: 0o755 });
  return folder;
}

function openRoot(): string {
  const path = mkdtempSync(join(tmpdir(), 'ledger-bench-'));
  process.once('exit', () => rmSync(path, { recursive: true, force: true, maxRetries: 10 }));
  return path;
}
