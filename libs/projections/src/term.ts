import { setTimeout as delay } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import { type EventStore } from '#libs/event-store';
import { type Checkpoint, type StoredCheckpoint, makeCurrent, readCheckpoints } from './checkpoint.js';
import { Group } from './group.js';
import { type Logger } from './logger.js';
import { type Projection, schemaOf } from './projection.js';
import { batchesAfter, upTo } from './reading.js';
import { createReadModels } from './tables.js';
import { Turn } from './turn.js';

/** What a leading runner works with. */
export interface Work {
  readonly store: EventStore;
  readonly database: DataSource;
  readonly projections: readonly Projection[];
  readonly logger: Logger;
  /** Events in a transaction at most. */
  readonly batchSize: number;
  /** Hears how far the common reader has got, and whether that is the log's end: after each commit, and when idle. */
  readonly onReached: (reached: Checkpoint, live: boolean) => void;
}

/** How often a look is taken whether a stopped projection has been told to go on. */
const LOOK_MS = 2_000;

/**
 * Feeds the projections from their checkpoints on, until `signal` aborts; a batch under way is finished. Those that are
 * furthest share the common reader. Those that are behind, new ones above all, catch up on readers of their own, so
 * that nobody waits for them, and then join.
 * @throws FencedError, and whatever the store or the database throws.
 */
export async function project(work: Work, signal: AbortSignal): Promise<void> {
  if (work.projections.length === 0) return;
  await createReadModels(work.database, work.projections);
  const checkpoints = await readCheckpoints(work.database);
  const groups = groupsOf(work, checkpoints);
  const [common, ...behind] = groups;
  const standing = work.projections.filter((projection) => checkpoints.get(schemaOf(projection))?.stopped);
  const allStanding = () => [...standing, ...groups.flatMap(({ stopped }) => [...stopped])];
  const ending = new AbortController();
  const until = AbortSignal.any([signal, ending.signal]);
  const end = (): void => ending.abort();
  const tasks = [untilToldToGoOn(work.database, allStanding, until).finally(end)];
  if (common) {
    const turn = new Turn();
    tasks.push(readInCommon(work, common, turn, until).finally(end));
    for (const group of behind) {
      const catchingUp = catchUp(work, group, common, turn, until);
      catchingUp.catch(end);
      tasks.push(catchingUp);
    }
  }
  const [failed] = (await Promise.allSettled(tasks)).filter(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

/** The projections that don't stand still, by where they are; the furthest first. */
function groupsOf(
  { database, projections, logger }: Work,
  checkpoints: ReadonlyMap<string, StoredCheckpoint>,
): Group[] {
  const places = new Map<bigint, Map<Projection, StoredCheckpoint>>();
  for (const projection of projections) {
    const checkpoint = checkpoints.get(schemaOf(projection))!;
    if (checkpoint.stopped) continue;
    const there = places.get(checkpoint.seq) ?? new Map<Projection, StoredCheckpoint>();
    places.set(checkpoint.seq, there.set(projection, checkpoint));
  }
  return [...places.values()]
    .map((there) => new Group(database, logger, there))
    .sort((one, other) => Number(other.reached.seq - one.reached.seq));
}

async function readInCommon(work: Work, common: Group, turn: Turn, signal: AbortSignal): Promise<void> {
  let live = false;
  work.onReached(common.reached, false);
  for await (const batch of batchesAfter(work.store, common.reached, work.batchSize, signal))
    await turn.take(async () => {
      if (batch.events.length > 0 || batch.reached.position > common.reached.position)
        await common.commit(batch, signal);
      if (batch.live && !live) await makeCurrent(work.database, common.projections);
      live ||= batch.live;
      work.onReached(common.reached, batch.live);
    });
}

/** Reads alone until the common reader is near, makes that wait, reads up to it and joins. */
async function catchUp(work: Work, group: Group, common: Group, turn: Turn, signal: AbortSignal): Promise<void> {
  const { store, batchSize } = work;
  const batches = batchesAfter(store, group.reached, batchSize, signal);
  for await (const batch of batches) {
    if (batch.reached.seq + BigInt(batchSize) < common.reached.seq) {
      await group.commit(batch, signal);
      continue;
    }
    await turn.take(async () => {
      await group.commit(upTo(batch, common.reached), signal);
      while (group.reached.seq < common.reached.seq) {
        const next = await batches.next();
        if (next.done) return;
        await group.commit(upTo(next.value, common.reached), signal);
      }
      await makeCurrent(work.database, group.projections);
      common.admit(group);
    });
    return;
  }
}

/** Resolves when a projection that stands still may go on: the next term takes it in. */
async function untilToldToGoOn(database: DataSource, standing: () => Projection[], signal: AbortSignal): Promise<void> {
  for (;;) {
    await delay(LOOK_MS, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    const schemas = standing().map(schemaOf);
    if (schemas.length === 0) continue;
    const checkpoints = await readCheckpoints(database);
    if (schemas.some((schema) => !checkpoints.get(schema)?.stopped)) return;
  }
}
