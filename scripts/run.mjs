// What `npm start`, `npm run demo` and `npm run ledger -- …` run: builds when dist/ is out of date, then becomes the
// ledger in this same process, so that signals and exit codes are its own and a kill leaves nothing behind.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';

const OLDEST_NODE = 22;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const MAIN = fileURLToPath(new URL('../dist/apps/ledger/src/main.js', import.meta.url));
const PROJECT_NODE = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));

async function becomeLedger() {
  const { ensureBuilt } = await import('./build.mjs');
  const code = await ensureBuilt();
  if (code !== 0) process.exit(code);
  process.argv[1] = MAIN;
  await import(pathToFileURL(MAIN).href);
}

/** Runs the same command on the project's own Node, for one started by hand on an older Node. */
function restartOnProjectNode() {
  const child = spawn(PROJECT_NODE, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) {
  // Only a restart has a channel: it closes when the older Node ends, even by kill -9, and then so do we.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
  await becomeLedger();
} else if (existsSync(PROJECT_NODE)) {
  restartOnProjectNode();
} else {
  console.error(`需要 Node.js ${OLDEST_NODE} 或更新版本（现为 ${process.version}），请先运行 npm ci`);
  process.exitCode = 1;
}
