import pg from 'pg';
import { type Append, appendGroup, type Committed } from './append-group.js';
import { type Deletion, deleteStream } from './delete-stream.js';
import { refuseUnlessDurable } from './durability.js';
import { migrate } from './migrate.js';
import { withSessionSettings } from './sessions.js';

// Any two fixed numbers: they name this store's lock within its database.
const LOCK = [0x65_76_73_74, 1] as const;
const LOCK_PATIENCE_MS = 2000;
const LOCK_RETRY_MS = 100;

/**
 * The one connection that writes. It holds the advisory lock itself, so that no append can commit in a session that
 * has lost the right to write: the lock and the connection go together.
 */
export class WriterSession {
  private lost = false;

  private constructor(
    private readonly client: pg.Client,
    /** Where the log ended when the session began. */
    readonly head: bigint,
  ) {
    client.on('error', () => (this.lost = true));
    client.on('end', () => (this.lost = true));
  }

  /** Throws a sentence when the database is not durable, is held by another store, or has a newer schema. */
  static async open(databaseUrl: string): Promise<WriterSession> {
    const client = new pg.Client({
      connectionString: withSessionSettings(databaseUrl),
      application_name: 'event-store writer',
    });
    await client.connect();
    try {
      await refuseUnlessDurable(client);
      await takeLock(client);
      await migrate(client);
      const { rows } = await client.query<{ position: string }>('SELECT position FROM event_store.head');
      return new WriterSession(client, BigInt(rows[0]?.position ?? 0));
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  /** The connection is gone, and the lock with it; what was in flight may or may not have been committed. */
  get isLost(): boolean {
    return this.lost;
  }

  appendGroup(appends: readonly Append[], created: bigint): Promise<Committed> {
    return appendGroup(this.client, appends, created);
  }

  deleteStream(deletion: Deletion, created: bigint): Promise<Committed> {
    return deleteStream(this.client, deletion, created);
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}

// A store that was killed a moment ago may hold the lock until Postgres has noticed; hence the patience.
async function takeLock(client: pg.Client): Promise<void> {
  const giveUpAt = Date.now() + LOCK_PATIENCE_MS;
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS taken', [...LOCK]);
    if (rows[0]?.taken === true) return;
    if (Date.now() > giveUpAt) {
      throw new Error('Another event store is running on this database; one database holds one log with one writer.');
    }
    await new Promise((resolve) => setTimeout(resolve, LOCK_RETRY_MS));
  }
}
