import { type Sql } from '#libs/database';
import { type EventStore } from '#libs/event-store';
import { type Standing, readStandings } from './standings.js';
import { type Unread, endWithin, unreadAfter } from './unread.js';

/** How a projection does. */
export interface ProjectionStatus extends Standing {
  /** What it has not read: `atLeast` so many events, the first of which has been known for so many seconds. */
  readonly lag: { readonly events: bigint; readonly atLeast: boolean; readonly seconds: number };
  /** There is something to read, and nothing has been read for half a minute; or it was stopped. */
  readonly stalled: boolean;
}

/** How the read models do. */
export interface ReadModelsStatus {
  /** False when the event store didn't answer: what hasn't been read is then not known. */
  readonly storeAnswers: boolean;
  readonly projections: readonly ProjectionStatus[];
  /** True when one that is current is stalled, or one that the answers of this process draw on. */
  readonly red: boolean;
  /** True when one that the answers of this process draw on is stalled. */
  readonly answersStale: boolean;
}

const STALLED_AFTER_MS = 30_000;
/** So many unread events are counted; past that it is only said that there are more. */
const MOST_COUNTED = 10_000;
const NOTHING: Unread = { events: 0, more: false };

/** Where the projections stand against the log. @param stalledAfterMs for tests. @throws what the database throws. */
export async function readStatus(
  sql: Sql,
  store: EventStore,
  stalledAfterMs = STALLED_AFTER_MS,
): Promise<ReadModelsStatus> {
  const standings = await readStandings(sql);
  const head = standings.reduce((most, { seq }) => (seq > most ? seq : most), 0n);
  const unread = await unreadOf(store, standings, head);
  const news = [...(unread?.entries() ?? [])].find(([{ seq }]) => seq === head)?.[1] ?? NOTHING;
  const projections = standings.map((standing): ProjectionStatus => {
    const { since } = unread?.get(standing) ?? NOTHING;
    const waitingMs = since ? Math.max(0, Date.now() - since.getTime()) : 0;
    const stalled =
      standing.stopped !== undefined || (since !== undefined && Math.min(waitingMs, standing.idleMs) > stalledAfterMs);
    const events = head - standing.seq + BigInt(news.events);
    return { ...standing, stalled, lag: { events, atLeast: news.more, seconds: Math.round(waitingMs / 1000) } };
  });
  const stalled = projections.filter((each) => each.stalled);
  const answersStale = stalled.some(({ counts }) => counts);
  const red = answersStale || stalled.some(({ role }) => role === 'current');
  return { storeAnswers: unread !== undefined, projections, red, answersStale };
}

/** What each has not read; the events are counted from the furthest on. Undefined when the store doesn't answer. */
async function unreadOf(store: EventStore, standings: readonly Standing[], head: bigint) {
  const end = await endWithin(store);
  if (end === undefined) return undefined;
  const known = new Map<bigint, Promise<Unread>>();
  const lookFrom = ({ position, seq }: Standing): Promise<Unread> => {
    if (position >= end) return Promise.resolve(NOTHING);
    const looking = known.get(position) ?? unreadAfter(store, position, seq === head ? MOST_COUNTED : 1);
    known.set(position, looking);
    return looking;
  };
  try {
    const found = await Promise.all(standings.map(async (each) => [each, await lookFrom(each)] as const));
    return new Map(found);
  } catch {
    return undefined;
  }
}
