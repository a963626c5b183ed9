import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { lockKey } from '#libs/database';

/** The lead of some projections, held by one process of all that share a database. */
export interface Leadership {
  /** The schemas of those that this process leads. */
  readonly of: ReadonlySet<string>;
  /**
   * Aborted when the session that holds the locks is gone, so that another process may lead already; or when there is
   * more to lead now, and the lead should be taken anew.
   */
  readonly over: AbortSignal;
  /** Lets the next one lead. */
  release(): Promise<void>;
}

const LOCK = 'ledger.projector';
/** `application_name` of the session that holds or waits for the lock. */
export const LOCK_SESSION = 'ledger projector lead';
const RETRY_MS = 250;
const HEARTBEAT_MS = 1_000;
/** The server ends a session that is silent for so long: a frozen leader loses the lead. */
export const LEASE_MS = 4_000;
const ANSWER_TIMEOUT_MS = 5_000;
const GOODBYE_MS = 1_000;

/** Why a lead is over. */
export const GONE = new Error('the session that held the lead is gone');
export const MORE = new Error('there is more to lead');

/**
 * Waits for the lead of projections, by their schemas; undefined when `signal` aborts first. Processes that were built
 * for the same ones take turns. Those of another build, during a change of version, lead what they don't have in common:
 * the old version is fed as long as its process is there.
 * @throws when the database can't be reached or drops the waiting session.
 */
export async function lead(
  databaseUrl: string,
  schemas: readonly string[],
  signal: AbortSignal,
): Promise<Leadership | undefined> {
  const over = new AbortController();
  const session = new pg.Client({
    connectionString: databaseUrl,
    application_name: LOCK_SESSION,
    connectionTimeoutMillis: ANSWER_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    keepAlive: true,
  });
  session.on('error', () => over.abort(GONE));
  session.on('end', () => over.abort(GONE));
  const held = new Set<string>();
  const others = () => schemas.filter((schema) => !held.has(schema));
  try {
    await session.connect();
    await session.query(`set idle_session_timeout = ${LEASE_MS}`);
    const build = [schemas.toSorted().join(' ')];
    while ((await lock(session, build)).length === 0) if (await retryIn(signal)) return void (await goodbye(session));
    while (held.size === 0) {
      for (const schema of await lock(session, others())) held.add(schema);
      if (held.size === 0 && (await retryIn(signal))) return void (await goodbye(session));
    }
  } catch (error) {
    await goodbye(session);
    throw error;
  }
  const beat = async (): Promise<void> => {
    if ((await lock(session, others())).length > 0) over.abort(MORE);
  };
  const heartbeat = setInterval(() => void beat().catch(() => over.abort(GONE)), HEARTBEAT_MS);
  return {
    of: held,
    over: over.signal,
    async release() {
      clearInterval(heartbeat);
      await goodbye(session);
    },
  };
}

/** Takes what is free of these locks, and says which they are. */
async function lock(session: pg.Client, names: readonly string[]): Promise<string[]> {
  const { rows } = await session.query<{ name: string }>(
    `select name from unnest($1::text[]) as each (name) where pg_try_advisory_lock(${lockKey(`'${LOCK} ' || name`)})`,
    [names],
  );
  return rows.map(({ name }) => name);
}

/** True when there is no point in trying again. */
async function retryIn(signal: AbortSignal): Promise<boolean> {
  await delay(RETRY_MS * (0.5 + Math.random()), undefined, { signal }).catch(() => undefined);
  return signal.aborted;
}

/** Ends the session; a server that doesn't answer is left behind. */
const goodbye = (session: pg.Client): Promise<void> =>
  Promise.race([session.end().catch(() => undefined), delay(GOODBYE_MS, undefined, { ref: false })]);
