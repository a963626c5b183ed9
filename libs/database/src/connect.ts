import { DataSource, type DataSourceOptions } from 'typeorm';
import { withLock } from './lock.js';
import { MIGRATIONS } from './migrations/index.js';

/** The schema of what isn't a read model: checkpoints and the list of migrations done. */
export const INFRASTRUCTURE_SCHEMA = 'ledger';

/** How a process uses its database. */
export interface DatabaseOptions {
  /** What `pg_stat_activity` shows; default `ledger`. */
  readonly applicationName?: string;
  /** Connections at most, two or more; default 10. */
  readonly poolSize?: number;
  /** A statement running longer is cancelled, in milliseconds; default 30,000. */
  readonly statementTimeoutMs?: number;
  /** A session that asks nothing for longer inside a transaction is ended, in milliseconds; default 10,000. */
  readonly idleInTransactionMs?: number;
  /** Settings of every session, by name; values without blanks. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Statements of a connection are sent without waiting for the answers to those before. */
  readonly pipeline?: boolean;
  /** TypeORM entity classes for repositories; nothing here creates their tables. */
  readonly entities?: readonly (new () => object)[];
}

const CONNECT_TIMEOUT_MS = 5_000;
/** Added to the server's own timeout before the client gives a connection up as dead. */
const GRACE_MS = 5_000;
/** Rows are read by index, from memory or disks without heads: at the server's own price of a page out of turn it would scan. */
const READING = { random_page_cost: '1.1' } as const;

/** What a session is begun with, as arguments of the server: times render alike, so that rows can be compared as text. */
export const sessionOptions = (settings: DatabaseOptions['settings']): string =>
  Object.entries({ ...READING, ...settings, TimeZone: 'UTC' })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');

const sourceOptions = (url: string, options: DatabaseOptions): DataSourceOptions => {
  const { applicationName = 'ledger', poolSize = 10, statementTimeoutMs = 30_000, entities = [], settings } = options;
  const { idleInTransactionMs = 10_000, pipeline = false } = options;
  return {
    type: 'postgres',
    url,
    poolSize,
    schema: INFRASTRUCTURE_SCHEMA,
    entities: [...entities],
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    synchronize: false,
    installExtensions: false,
    extra: {
      application_name: applicationName,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: statementTimeoutMs,
      query_timeout: statementTimeoutMs + GRACE_MS,
      idle_in_transaction_session_timeout: idleInTransactionMs,
      keepAlive: true,
      pipeline,
      options: sessionOptions(settings),
    },
  };
};

/**
 * An initialised data source whose infrastructure tables are up to date; several processes may start at once.
 * @param url `postgres://user:password@host:port/database`
 * @throws when the database can't be reached within 5 seconds, or a migration fails.
 */
export async function connectDatabase(url: string, options: DatabaseOptions = {}): Promise<DataSource> {
  const database = await new DataSource(sourceOptions(url, options)).initialize();
  try {
    await withLock(database, 'ledger.migrations', async (sql) => {
      await sql.query(`create schema if not exists ${INFRASTRUCTURE_SCHEMA}`);
      await database.runMigrations({ transaction: 'each' });
    });
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}
