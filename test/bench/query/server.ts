import { createLocalJWKSet } from 'jose';
import { pino } from 'pino';
import { QUERY_SETTINGS, createApi } from '#apps/api';
import { createSigningKey, publicKeySet, readSigningKey, signToken } from '#libs/access';
import { type Sql, connectDatabase } from '#libs/database';
import { openProgress } from '#libs/projections';
import { runAsProgram } from '../support/program.js';
import { filledStore } from './filled-store.js';

/** A statement as it was sent to Postgres. */
export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** The API's answer to one request, how long it took on the wire of this machine, and the statements behind it. */
export interface Answered {
  readonly status: number;
  readonly body: string;
  readonly ms: number;
  readonly statements: readonly Statement[];
}

/** Starts the API on filled read models, or asks it one question. */
export type Asked = { readonly databaseUrl: string } | { readonly path: string };

let ask: ((path: string) => Promise<Answered>) | undefined;
const stopping: (() => Promise<unknown>)[] = [];

/** The program: the product's API, which also tells by which statements it answered. */
runAsProgram<Asked, Answered | undefined>(
  async (asked) => {
    if ('path' in asked) return ask?.(asked.path);
    ask = await startServer(asked.databaseUrl);
    return undefined;
  },
  async () => {
    for (const stop of stopping) await stop();
  },
);

async function startServer(databaseUrl: string): Promise<(path: string) => Promise<Answered>> {
  const database = await connectDatabase(databaseUrl, { applicationName: 'ledger api', settings: QUERY_SETTINGS });
  const progress = openProgress(databaseUrl);
  let statements: Statement[] = [];
  const sql: Sql = {
    query(text, values = []) {
      statements.push({ text, values });
      return database.query(text, values);
    },
  };
  const key = await readSigningKey(await createSigningKey());
  const app = await createApi({
    store: filledStore(0),
    sql,
    progress,
    keys: createLocalJWKSet(await publicKeySet(key)),
    logger: pino({ level: 'warn' }, pino.destination(2)),
    today: () => '2022-12-28',
  });
  await app.listen(0, '127.0.0.1');
  stopping.push(
    () => app.close(),
    () => progress.close(),
    () => database.destroy(),
  );
  const url = await app.getUrl();
  const token = await signToken(key, { id: 'auditor', unit: 'unit-01', role: 'auditor' });
  return async (path) => {
    statements = [];
    const begin = performance.now();
    const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
    const body = await response.text();
    return { status: response.status, body, ms: performance.now() - begin, statements };
  };
}
