import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { lockKey } from '#libs/database';

/** The lead, held by one process of all that share a database. */
export interface Leadership {
  /** Aborted when the session that holds the lock is gone: another process may lead already. */
  readonly lost: AbortSignal;
  /** Lets the next one lead. */
  release(): Promise<void>;
}

const LOCK = 'ledger.projector';
/** `application_name` of the session that holds or waits for the lock. */
export const LOCK_SESSION = 'ledger projector lead';
const RETRY_MS = 250;
const HEARTBEAT_MS = 3_000;
/** The server ends a session that is silent for so long: a frozen leader loses the lead. */
const LEASE_MS = 10_000;
const ANSWER_TIMEOUT_MS = 5_000;
const GOODBYE_MS = 1_000;

/**
 * Waits for the lead; undefined when `signal` aborts first.
 * @throws when the database can't be reached or drops the waiting session.
 */
export async function lead(databaseUrl: string, signal: AbortSignal): Promise<Leadership | undefined> {
  const lost = new AbortController();
  const session = new pg.Client({
    connectionString: databaseUrl,
    application_name: LOCK_SESSION,
    connectionTimeoutMillis: ANSWER_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    keepAlive: true,
  });
  session.on('error', () => lost.abort());
  session.on('end', () => lost.abort());
  try {
    await session.connect();
    await session.query(`set idle_session_timeout = ${LEASE_MS}`);
    while (!(await tryLock(session))) {
      await delay(RETRY_MS * (0.5 + Math.random()), undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return void (await goodbye(session));
    }
  } catch (error) {
    await goodbye(session);
    throw error;
  }
  const heartbeat = setInterval(() => void session.query('select 1').catch(() => lost.abort()), HEARTBEAT_MS);
  return {
    lost: lost.signal,
    async release() {
      clearInterval(heartbeat);
      await goodbye(session);
    },
  };
}

async function tryLock(session: pg.Client): Promise<boolean> {
  const { rows } = await session.query<{ locked: boolean }>(`select pg_try_advisory_lock(${lockKey('$1')}) as locked`, [
    LOCK,
  ]);
  return rows[0]?.locked === true;
}

/** Ends the session; a server that doesn't answer is left behind. */
const goodbye = (session: pg.Client): Promise<void> =>
  Promise.race([session.end().catch(() => undefined), delay(GOODBYE_MS, undefined, { ref: false })]);
