import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Does work in a database that is made for it, on the server of another, and removed after it. */
export async function inNewDatabase<Result>(
  serverUrl: string,
  work: (databaseUrl: string) => Promise<Result>,
): Promise<Result> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  const session = new pg.Client({ connectionString: serverUrl });
  await session.connect();
  try {
    await session.query(`create database ${name}`);
    const url = new URL(serverUrl);
    url.pathname = name;
    return await work(url.href);
  } finally {
    await session.query(`drop database if exists ${name} with (force)`);
    await session.end();
  }
}
