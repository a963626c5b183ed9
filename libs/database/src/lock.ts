import { type DataSource } from 'typeorm';
import { type Sql } from './sql.js';

/** The advisory lock of a name, as an SQL expression over the parameter that holds the name. */
export const lockKey = (parameter: string): string => `hashtextextended(${parameter}, 0)`;

/**
 * Runs `work` while no other session of this database holds the lock of that name; `sql` is the session that holds it,
 * outside any transaction. The work may use other connections of the data source.
 */
export async function withLock<Result>(
  database: DataSource,
  name: string,
  work: (sql: Sql) => Promise<Result>,
): Promise<Result> {
  const session = database.createQueryRunner();
  try {
    await session.query(`select pg_advisory_lock(${lockKey('$1')})`, [name]);
    try {
      return await work(session);
    } finally {
      await session.query(`select pg_advisory_unlock(${lockKey('$1')})`, [name]);
    }
  } finally {
    await session.release();
  }
}
