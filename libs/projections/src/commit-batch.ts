import { type DataSource } from 'typeorm';
import { type Sql } from '#libs/database';
import { type SequencedEvent } from '#libs/eventsourcing';
import { type Batch } from './batches.js';
import { type Checkpoint, type Held, moveCheckpoints } from './checkpoint.js';
import { Memory } from './memory.js';
import { applyCarefully, inSavepoint } from './poison/apply-carefully.js';
import { isPoison } from './poison/fault.js';
import { MOST_PARKED, type Parked, TooManyParkedError, park, parkedStreams } from './poison/parked-events.js';
import { type Projection, schemaOf } from './projection.js';
import { type Transaction, inTransaction } from './transaction.js';

/** A projection as it is fed. */
export interface Member {
  readonly projection: Projection;
  /** How many events are parked for it, as far as this runner knows. */
  readonly parked: number;
  /** How often this batch has failed in it. */
  readonly failures: number;
  /** The batch is to be taken apart: what can't be applied is parked. */
  readonly suspect: boolean;
  readonly memory: Memory;
}

/** A projection that has given no trouble. */
export const memberOf = (projection: Projection, parked = 0, memory = new Memory()): Member => ({
  projection,
  parked,
  failures: 0,
  suspect: false,
  memory,
});

/** A projection failed of the events it was given, not of anything that may pass. */
export class ApplyError extends Error {
  constructor(
    readonly projection: Projection,
    readonly fault: Error,
  ) {
    super(`${projection.name} failed: ${fault.message}`, { cause: fault });
    this.name = 'ApplyError';
  }
}

/** What a committed batch has left: by schema, the events now parked in all, and those that this batch has added. */
export interface Committed {
  readonly counts: ReadonlyMap<string, number>;
  readonly parked: ReadonlyMap<Projection, readonly Parked[]>;
}

/**
 * Writes a batch: the rows of every projection and all their checkpoints, or nothing. The checkpoints go first, so that
 * their row locks queue a second runner up before it has written anything. Reactions, which own no tables, act before
 * the transaction: their commands take their time, and may be issued again if it fails.
 * @throws FencedError when another runner has written from here; ApplyError when an event is at fault.
 */
export async function commitBatch(
  database: DataSource,
  members: readonly Member[],
  from: Checkpoint,
  { events, reached }: Pick<Batch, 'events' | 'reached'>,
): Promise<Committed> {
  const projections = members.map(({ projection }) => projection);
  const parked = new Map<Projection, Parked[]>();
  if (events.length === 0) {
    const held = await moveCheckpoints(database, projections, from, reached);
    return { counts: countsOf(held), parked };
  }

  for (const member of members.filter(isReaction)) parked.set(member.projection, await feed(member, events, database));
  const counts = await inTransaction(database, async (sql) => {
    const held = await moveCheckpoints(sql, projections, from, reached);
    for (const { projection, memory } of members) memory.begin(held.get(schemaOf(projection))!.interventions);
    const counts = countsOf(held);
    const counted = members
      .filter((member) => !isReaction(member))
      .map((member) => ({ ...member, parked: counts.get(schemaOf(member.projection)) ?? 0 }));
    const fed = await feedTogether(counted.filter(isTrusted), events, sql);
    // A savepoint is one for the whole transaction: these can only come one after another.
    for (const member of counted.filter(({ suspect }) => suspect))
      fed.set(member.projection, await feed(member, events, sql));
    for (const { projection, failures } of members) {
      const count = counts.get(schemaOf(projection)) ?? 0;
      const added = fed.get(projection) ?? parked.get(projection) ?? [];
      parked.set(projection, added);
      if (count + added.length > MOST_PARKED) throw new ApplyError(projection, new TooManyParkedError());
      await park(sql, projection, added, failures + 1);
      counts.set(schemaOf(projection), count + added.length);
    }
    return counts;
  });
  return { counts, parked };
}

/**
 * Feeds projections at the same time: while the database works on a statement of one, another makes its own.
 * @throws ApplyError of the projection whose events are at fault, rather than what follows from it in the others.
 */
async function feedTogether(members: readonly Member[], events: readonly SequencedEvent[], transaction: Transaction) {
  const sqlOf = sendingRows(transaction);
  const fed = await Promise.allSettled(members.map((member) => feed(member, events, sqlOf(member))));
  const errors = fed.flatMap((each) => (each.status === 'rejected' ? [each.reason as Error] : []));
  if (errors.length > 0) throw errors.find((error) => error instanceof ApplyError) ?? errors[0]!;
  const parked = fed.map((each) => (each.status === 'fulfilled' ? each.value : []));
  return new Map(members.map(({ projection }, index) => [projection, parked[index] ?? []]));
}

/** An insert that gives nothing back. */
const ADDS_ROWS = /^\s*insert\b(?!.*\breturning\b)/is;

/** To add rows gives nothing to wait for: the commit stands or falls with it. What fails first breaks all that follows. */
function sendingRows(transaction: Transaction): (member: Member) => Sql {
  let broken: unknown;
  return ({ projection }) => ({
    query<Rows>(text: string, values?: unknown[]) {
      const answer = transaction.query<Rows>(text, values).catch((error: unknown): never => {
        throw (broken ??= blamed(projection, error));
      });
      if (!ADDS_ROWS.test(text)) return answer;
      transaction.owe(answer);
      return Promise.resolve([] as Rows);
    },
  });
}

const blamed = (projection: Projection, error: unknown): unknown =>
  error instanceof ApplyError || !isPoison(error) ? error : new ApplyError(projection, error);

const countsOf = (held: ReadonlyMap<string, Held>): Map<string, number> =>
  new Map(Array.from(held, ([schema, { parked }]) => [schema, parked]));

const isTrusted = ({ suspect }: Member): boolean => !suspect;

const isReaction = ({ projection }: Member): boolean => projection.entities.length === 0;

/** Applies what is not held back by parked events, and gives what has to be parked. @throws ApplyError */
async function feed(member: Member, events: readonly SequencedEvent[], sql: Sql): Promise<Parked[]> {
  const { projection, parked, suspect, memory } = member;
  const streams = () => [...new Set(events.map(({ stream }) => stream))];
  const held = parked > 0 ? await parkedStreams(sql, projection, streams()) : new Set<string>();
  // What a suspect fails of is rolled back piece by piece: nothing may be kept in mind of it.
  const apply = (piece: readonly SequencedEvent[]) => projection.apply(piece, sql, suspect ? undefined : memory);
  if (suspect) return applyCarefully(events, held, isReaction(member) ? apply : inSavepoint(sql, apply));
  const free = held.size > 0 ? events.filter(({ stream }) => !held.has(stream)) : events;
  try {
    if (free.length > 0) await apply(free);
  } catch (error) {
    throw blamed(projection, error);
  }
  return held.size > 0 ? events.filter(({ stream }) => held.has(stream)).map((event) => ({ event })) : [];
}
