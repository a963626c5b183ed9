import { type DataSource } from 'typeorm';
import { type Sql } from '#libs/database';
import { type SequencedEvent, type StoredEvent } from '#libs/eventsourcing';
import { type EventStore } from '#libs/event-store';
import { type ProjectionId, countIntervention } from '../checkpoint.js';
import { type Projection } from '../projection.js';
import { applyCarefully, inSavepoint } from './apply-carefully.js';
import { type Parked, addToCount } from './parked-events.js';

/** What became of a stream's parked events; `fault` is why the `left` ones stay parked. */
export interface Retried {
  readonly stream: string;
  readonly applied: number;
  readonly left: number;
  readonly fault?: string;
}

/** Applying parked events out of turn would leave other tables than their turn did: only a rebuild is right. */
export class NeedsRebuildError extends Error {
  constructor(readonly projection: string) {
    super(`${projection} reads across streams: its parked events are made good by a rebuild`);
    this.name = 'NeedsRebuildError';
  }
}

/** Lets a stopped projection go on: the leading projector takes it in within seconds. True when it stood still. */
export async function startAgain(sql: Sql, { name, version }: ProjectionId): Promise<boolean> {
  const [, started] = await sql.query<[unknown[], number]>(
    `update ledger.projection_checkpoint set stopped_at = null, stopped_for = null
     where projection = $1 and version = $2 and stopped_at is not null`,
    [name, version],
  );
  return started > 0;
}

/**
 * Applies a projection's parked events, of one stream or of all, in the order of the log: a transaction per stream,
 * which the projector waits for, so that no later event of it slips in between. What still fails stays parked.
 * @throws NeedsRebuildError, and whatever the store or the database throws.
 */
export async function retryParked(
  database: DataSource,
  store: EventStore,
  projection: Projection,
  onlyStream?: string,
): Promise<Retried[]> {
  const { name, version } = projection;
  const streams = await database.query<{ stream: string; revision: string }[]>(
    `select stream, min(revision) as revision from ledger.parked_event
     where projection = $1 and version = $2 and ($3::text is null or stream = $3) group by stream order by min(seq)`,
    [name, version, onlyStream],
  );
  if (streams.length > 0 && projection.readsAcrossStreams) throw new NeedsRebuildError(name);
  const retried: Retried[] = [];
  for (const { stream, revision } of streams) {
    let done: Retried | undefined;
    while (!done) {
      const events = await eventsOf(store, stream, BigInt(revision));
      done = await database.transaction((sql) => retryStream(sql, projection, stream, events));
    }
    retried.push(done);
  }
  return retried;
}

async function eventsOf(store: EventStore, stream: string, from: bigint): Promise<Map<string, StoredEvent>> {
  const events = new Map<string, StoredEvent>();
  for await (const event of store.readStream(stream, from)) events.set(String(event.revision), event);
  return events;
}

/** Undefined when more has been parked meanwhile than was read. */
async function retryStream(
  sql: Sql,
  projection: Projection,
  stream: string,
  events: ReadonlyMap<string, StoredEvent>,
): Promise<Retried | undefined> {
  const { name, version, entities } = projection;
  await sql.query('select from ledger.projection_checkpoint where projection = $1 and version = $2 for update', [
    name,
    version,
  ]);
  const rows = await sql.query<{ seq: string; revision: string }[]>(
    `select seq, revision from ledger.parked_event
     where projection = $1 and version = $2 and stream = $3 order by seq`,
    [name, version, stream],
  );
  const waiting: SequencedEvent[] = [];
  for (const { seq, revision } of rows) {
    const event = events.get(revision);
    if (!event) return undefined;
    waiting.push({ ...event, seq: BigInt(seq) });
  }
  const apply = (piece: readonly SequencedEvent[]) => projection.apply(piece, sql);
  const left = await applyCarefully(waiting, new Set(), entities.length > 0 ? inSavepoint(sql, apply) : apply);
  await keepOnly(sql, projection, stream, left);
  const applied = waiting.length - left.length;
  await addToCount(sql, projection, -applied);
  await countIntervention(sql, projection);
  const fault = left.find(({ error }) => error !== undefined)?.error;
  return { stream, applied, left: left.length, ...(fault !== undefined && { fault }) };
}

async function keepOnly(sql: Sql, { name, version }: ProjectionId, stream: string, left: readonly Parked[]) {
  const seqs = left.map(({ event }) => event.seq);
  await sql.query(
    `delete from ledger.parked_event
     where projection = $1 and version = $2 and stream = $3 and seq <> all($4::bigint[])`,
    [name, version, stream, seqs],
  );
  await sql.query(
    `update ledger.parked_event e set error = p.error, attempts = e.attempts + (p.error is not null)::int
     from unnest($3::bigint[], $4::text[]) as p (seq, error)
     where e.projection = $1 and e.version = $2 and e.seq = p.seq`,
    [name, version, seqs, left.map(({ error }) => error ?? null)],
  );
}
