import { type Sql } from '#libs/database';
import { type SequencedEvent } from '#libs/eventsourcing';
import { type ProjectionId } from '../checkpoint.js';

/** An event set aside; without an error it only waits behind an earlier one of its stream. */
export interface Parked {
  readonly event: SequencedEvent;
  readonly error?: string;
}

/** Past so many a projection is broken rather than a few events: it stops. */
export const MOST_PARKED = 10_000;

/** More would have to be parked for a projection than `MOST_PARKED`. */
export class TooManyParkedError extends Error {
  constructor() {
    super(`more than ${MOST_PARKED} events can't be applied`);
    this.name = 'TooManyParkedError';
  }
}

/** Those of `streams` that have events parked for the projection. */
export async function parkedStreams(sql: Sql, { name, version }: ProjectionId, streams: string[]) {
  const rows = await sql.query<{ stream: string }[]>(
    `select distinct stream from ledger.parked_event where projection = $1 and version = $2 and stream = any($3)`,
    [name, version, streams],
  );
  return new Set(rows.map(({ stream }) => stream));
}

/** Sets events aside, and counts them at the projection's checkpoint, whose row the transaction has locked. */
export async function park(sql: Sql, { name, version }: ProjectionId, parked: readonly Parked[], attempts: number) {
  if (parked.length === 0) return;
  const events = parked.map(({ event }) => event);
  await sql.query(
    `insert into ledger.parked_event
       (projection, version, seq, stream, revision, position, event_id, type, error, attempts)
     select $1, $2, seq, stream, revision, position, event_id, type, error, case when error is null then 0 else $3 end
     from unnest($4::bigint[], $5::text[], $6::bigint[], $7::bigint[], $8::uuid[], $9::text[], $10::text[])
       as p (seq, stream, revision, position, event_id, type, error)`,
    [
      name,
      version,
      attempts,
      events.map(({ seq }) => seq),
      events.map(({ stream }) => stream),
      events.map(({ revision }) => revision),
      events.map(({ position }) => position),
      events.map(({ id }) => id),
      events.map(({ type }) => type),
      parked.map(({ error }) => error ?? null),
    ],
  );
  await addToCount(sql, { name, version }, parked.length);
}

/** Corrects the number of parked events at the checkpoint. */
export const addToCount = (sql: Sql, { name, version }: ProjectionId, change: number): Promise<unknown> =>
  sql.query('update ledger.projection_checkpoint set parked = parked + $3 where projection = $1 and version = $2', [
    name,
    version,
    change,
  ]);
