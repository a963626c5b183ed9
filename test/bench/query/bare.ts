import pg from 'pg';
import { QUERY_SETTINGS } from '#apps/api';
import { sessionOptions } from '#libs/database';
import { runAsProgram } from '../support/program.js';
import type { Statement } from './server.js';

/** The statements behind one answer. */
export interface Behind {
  readonly databaseUrl: string;
  readonly statements: readonly Statement[];
}

let session: pg.Client | undefined;

/** The program: the same statements, one after the other on one connection; answers how many milliseconds they took. */
runAsProgram<Behind, number>(
  async ({ databaseUrl, statements }) => {
    session ??= await connected(databaseUrl);
    const begin = performance.now();
    for (const { text, values } of statements) await session.query(text, values);
    return performance.now() - begin;
  },
  async () => session?.end(),
);

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, options: sessionOptions(QUERY_SETTINGS) });
  await client.connect();
  return client;
}
