import type pg from 'pg';
import { copiedEvents } from '../protocol/copied-events.js';
import { COPIED_COLUMNS } from './copied-rows.js';
import { Copying } from './copying.js';
import { type LoggedEvent, ticksNow } from './events.js';
import { MAX_REVISION } from './revisions.js';

const PAGE_BYTES = 4 * 1024 * 1024;

export type Direction = 'forwards' | 'backwards';

/** A page of a stream. `last` is the stream's newest revision; retention may hide events on the way there. */
export type StreamPage =
  | { readonly kind: 'page'; readonly events: LoggedEvent[]; readonly last: bigint }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'deleted' };

const COLUMNS = 'position, stream, revision, event_id, type, is_json, created, data, metadata';

// The first event of a page is always read, however large; the others as long as they fit.
const bounded = (events: string, order: string, limit: string): string => `
  SELECT ${COLUMNS} FROM (
    SELECT ${COLUMNS},
      sum(octet_length(data) + octet_length(metadata)) OVER (ORDER BY ${order}) AS bytes,
      octet_length(data) + octet_length(metadata) AS own_bytes
    FROM event_store.events e WHERE ${events} ORDER BY ${order} LIMIT ${limit}
  ) page WHERE bytes - own_bytes < ${PAGE_BYTES}`;

const readAll = (direction: Direction, from: bigint, limit: number): string => {
  const [events, order] =
    direction === 'forwards' ? [`position > ${from}`, 'position'] : [`position < ${from}`, 'position DESC'];
  return `COPY (
    SELECT ${COPIED_COLUMNS} FROM (${bounded(events, order, String(limit))}) e ORDER BY ${order}
  ) TO STDOUT (FORMAT binary)`;
};

const readStream = (from: string, order: string): string => `
  SELECT s.last_revision, s.tombstoned, s.truncate_before = ${MAX_REVISION} AS soft_deleted, e.*
  FROM event_store.streams s
  LEFT JOIN LATERAL (${bounded(
    `e.stream = s.name AND ${from} AND e.revision <= s.last_revision
      AND e.revision >= CASE WHEN $5 THEN greatest(s.truncate_before, s.last_revision - s.max_count + 1) ELSE 0 END
      AND (s.max_age_seconds IS NULL OR NOT $5
        OR e.created >= $4 - least(s.max_age_seconds, 900000000000) * 10000000)`,
    order,
    '$2',
  )}) e ON true
  WHERE s.name = $3 ORDER BY e.${order}`;

const READ_STREAM: Record<Direction, { name: string; text: string }> = {
  forwards: { name: 'stream-forwards', text: readStream('e.revision >= $1', 'revision') },
  backwards: { name: 'stream-backwards', text: readStream('e.revision <= $1', 'revision DESC') },
};

type EventRow = [string, string, string, string, string, boolean, string, Buffer, Buffer];
type StreamRow = [string, boolean, boolean, ...(EventRow | null[])];

/** Reads pages of the log and of streams: at most `limit` events and, but for the first event, 4 MiB. */
export class Reader {
  private readonly copying: Copying;

  constructor(private readonly pool: pg.Pool) {
    this.copying = new Copying(pool);
  }

  /** Events of all streams after (or, backwards, before) a position. */
  async readAll(direction: Direction, from: bigint, limit: number): Promise<LoggedEvent[]> {
    return this.copying.run(readAll(direction, from, limit), (bytes) => copiedEvents(bytes, limit));
  }

  /**
   * Events of one stream from a revision on (or, backwards, from it down); `retained`: only as far as its metadata
   * keeps them.
   */
  async readStream(
    stream: string,
    direction: Direction,
    from: bigint,
    limit: number,
    retained: boolean,
  ): Promise<StreamPage> {
    const { rows } = await this.pool.query<StreamRow>({
      ...READ_STREAM[direction],
      rowMode: 'array',
      values: [from.toString(), limit, stream, ticksNow().toString(), retained],
    });
    const [first] = rows;
    if (first === undefined) return { kind: 'not-found' };
    const [last, tombstoned, softDeleted] = first;
    if (tombstoned) return { kind: 'deleted' };
    if (softDeleted || last === '-1') return { kind: 'not-found' };
    return { kind: 'page', events: rows.flatMap(([, , , ...event]) => eventIn(event)), last: BigInt(last) };
  }
}

const eventIn = (row: EventRow | null[]): LoggedEvent[] => (row[0] === null ? [] : [loggedEvent(row as EventRow)]);

function loggedEvent(row: EventRow): LoggedEvent {
  const [position, stream, revision, id, type, isJson, created, data, metadata] = row;
  return { position: BigInt(position), stream, revision: BigInt(revision), id, type, isJson, created, data, metadata };
}
