import { type DataSource } from 'typeorm';
import { lowest } from './as-of.js';
import { Backoff } from './backoff.js';
import { type Batch } from './batches.js';
import { ApplyError, type Member, commitBatch, memberOf } from './commit-batch.js';
import { type Checkpoint, type StoredCheckpoint, stopAt } from './checkpoint.js';
import { type Logger } from './logger.js';
import { faultOf } from './poison/fault.js';
import { type Parked } from './poison/parked-events.js';
import { type Projection, schemaOf } from './projection.js';

/** How often a batch is tried whole before the events at fault are looked for. */
const ATTEMPTS = 3;

/** Projections that stand at the same place of the log and are fed together. */
export class Group {
  reached: Checkpoint;
  /** Those that stopped while they were fed here. */
  readonly stopped = new Set<Projection>();
  private members: Member[];

  constructor(
    private readonly database: DataSource,
    private readonly logger: Logger,
    projections: ReadonlyMap<Projection, StoredCheckpoint>,
  ) {
    this.reached = lowest(projections.values());
    this.members = Array.from(projections, ([projection, { parked }]) => memberOf(projection, parked));
  }

  get projections(): Projection[] {
    return this.members.map(({ projection }) => projection);
  }

  /** Takes over the projections of a group that stands at the same place. */
  admit(other: Group): void {
    this.members.push(...other.members);
    other.members = [];
  }

  /**
   * Applies the batch that follows. A projection that fails of its events is given them again a few times; then its
   * choice is carried out: the events at fault are parked, or it stops here and the others go on.
   * @throws what is not an event's fault.
   */
  async commit(batch: Pick<Batch, 'events' | 'reached'>, signal: AbortSignal): Promise<void> {
    const backoff = new Backoff();
    for (let tries = 1; ; tries += 1) {
      try {
        const { counts, parked } = await commitBatch(this.database, this.members, this.reached, batch);
        this.reached = batch.reached;
        this.members = this.members.map(({ projection, suspect, memory }) =>
          memberOf(projection, counts.get(schemaOf(projection)), suspect ? undefined : memory),
        );
        for (const [projection, events] of parked) this.warnOf(projection, events);
        return;
      } catch (error) {
        // Nothing of the batch is in the tables, whatever has been kept in mind of it.
        for (const { memory } of this.members) memory.forget();
        if (!(error instanceof ApplyError) || signal.aborted) throw error;
        if (await this.noteFailure(error, tries)) await backoff.pause(signal);
        // The next to fail is another projection: all the others have waited long enough.
        else backoff.reset();
      }
    }
  }

  /** True when the batch deserves another try as a whole. */
  private async noteFailure({ projection, fault }: ApplyError, tries: number): Promise<boolean> {
    const member = this.members.find((each) => each.projection === projection)!;
    const failures = member.failures + 1;
    // What the first to fail had to wait for has had its time: many may fail of the same events.
    const last = failures >= ATTEMPTS || (tries > ATTEMPTS && projection.onPoison === 'park');
    if (last && (member.suspect || projection.onPoison === 'stop')) {
      await this.stop(projection, fault);
      return false;
    }
    this.members = this.members.map((each) => (each === member ? { ...each, failures, suspect: last } : each));
    return !last;
  }

  private async stop(projection: Projection, fault: Error): Promise<void> {
    await stopAt(this.database, projection, this.reached, faultOf(fault));
    this.members = this.members.filter((each) => each.projection !== projection);
    this.stopped.add(projection);
    const { seq } = this.reached;
    this.logger.warn({ projection: projection.name, seq: String(seq), fault: faultOf(fault) }, 'a projection stopped');
  }

  private warnOf({ name }: Projection, parked: readonly Parked[]): void {
    for (const { event, error } of parked) {
      const { seq, stream, type } = event;
      if (error !== undefined)
        this.logger.warn({ projection: name, seq: String(seq), stream, type, fault: error }, 'an event was parked');
    }
  }
}
