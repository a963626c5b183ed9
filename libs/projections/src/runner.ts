import { type EventStore } from '#libs/event-store';
import { connectDatabase } from '#libs/database';
import { Backoff } from './backoff.js';
import { type Checkpoint } from './checkpoint.js';
import { GONE, LEASE_MS, lead } from './leadership.js';
import { type Logger } from './logger.js';
import { type Projection, schemaOf } from './projection.js';
import { project } from './term.js';

/** What a projector runs on. */
export interface ProjectorOptions {
  readonly store: EventStore;
  readonly databaseUrl: string;
  readonly projections: readonly Projection[];
  readonly logger: Logger;
  /** Events in a transaction at most; default 1000. */
  readonly batchSize?: number;
}

/** The common reader's connection, one for looking around, and some for those that catch up. */
const POOL_SIZE = 5;

/** A batch reads what its streams have come to, which is little of tables that grow for years: no work for several. */
const FEEDING = { max_parallel_workers_per_gather: '0', work_mem: '32MB' } as const;

/** How a projector stands. */
export interface ProjectorStatus {
  /** False while another one leads, or nothing can be reached. */
  readonly leading: boolean;
  /** The reader's place; undefined until it has led. */
  readonly reached?: Checkpoint;
  /** True while the projections are up with the log. */
  readonly live: boolean;
  /** What it last failed of, until it works again. */
  readonly failure?: string;
}

/** A running projector. */
export interface Projector {
  status(): ProjectorStatus;
  /** Finishes the batch under way and gives up the lead; never rejects. */
  stop(): Promise<void>;
}

/**
 * Keeps the projections up with the log, in one process of those that share the database. Any failure of the store or
 * the database ends the term; the next one begins at the checkpoints after a pause, for ever. A projection that fails
 * of its events does as it declares (`onPoison`), and the others go on.
 */
export function runProjector(options: ProjectorOptions): Projector {
  const stopping = new AbortController();
  const runner = new Runner(options, stopping.signal);
  const running = runner.run();
  return {
    status: () => runner.status,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

class Runner {
  status: ProjectorStatus = { leading: false, live: false };
  private readonly backoff = new Backoff();

  constructor(
    private readonly options: ProjectorOptions,
    private readonly signal: AbortSignal,
  ) {}

  async run(): Promise<void> {
    while (!this.signal.aborted) {
      try {
        await this.term();
      } catch (error) {
        this.status = { ...this.status, failure: error instanceof Error ? error.message : String(error) };
        this.options.logger.warn({ err: error }, 'the projector failed and begins again at its checkpoint');
      }
      this.status = { ...this.status, leading: false, live: false };
      if (!this.signal.aborted) await this.backoff.pause(this.signal);
    }
  }

  private async term(): Promise<void> {
    const { databaseUrl, projections, logger } = this.options;
    const leadership = await lead(databaseUrl, projections.map(schemaOf), this.signal);
    if (!leadership) return;
    try {
      const led = projections.filter((projection) => leadership.of.has(schemaOf(projection)));
      this.status = { ...this.status, leading: true };
      logger.info({ projections: led.map(schemaOf) }, 'the projector leads');
      await this.work(led, AbortSignal.any([this.signal, leadership.over]));
      if (leadership.over.reason === GONE) throw GONE;
    } finally {
      await leadership.release();
    }
  }

  private async work(projections: readonly Projection[], signal: AbortSignal): Promise<void> {
    const { databaseUrl, store, logger, batchSize = 1000 } = this.options;
    const database = await connectDatabase(databaseUrl, {
      applicationName: 'ledger projector',
      poolSize: POOL_SIZE,
      // A frozen leader must not hold the locks of its transaction against the next one for longer than its lead.
      idleInTransactionMs: LEASE_MS,
      pipeline: true,
      settings: FEEDING,
    });
    try {
      const onReached = (reached: Checkpoint, live: boolean): void => this.reached(reached, live);
      await project({ store, database, projections, logger, batchSize, onReached }, signal);
    } finally {
      await database.destroy();
    }
  }

  private reached(reached: Checkpoint, live: boolean): void {
    const known = this.status.reached;
    const works = live || (known !== undefined && reached.position > known.position);
    if (works) this.backoff.reset();
    this.status = works ? { leading: true, live, reached } : { ...this.status, reached };
  }
}
