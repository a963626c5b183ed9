import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './support/typescript.mjs';

/** One throw-away PostgreSQL for the whole run, durable like the real one; `TEST_DATABASE_URL` names another instead. */
export default async function globalSetup() {
  if (process.env.TEST_DATABASE_URL) return;
  const { startEmbeddedPostgres } = await import('../libs/embedded-postgres/src/index.ts');
  const dataDir = mkdtempSync(join(tmpdir(), 'ledger-test-'));
  globalThis.testPostgres = await startEmbeddedPostgres({ dataDir, database: 'postgres', ephemeral: true });
  process.env.TEST_DATABASE_URL = globalThis.testPostgres.url;
}
