import { type DataSource } from 'typeorm';
import { connectDatabase } from '#libs/database';
import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection, type Projector, asOfNow, runProjector } from '#libs/projections';
import { createDatabase } from './databases.js';
import { eventually } from './eventually.js';
import { ScriptedStore } from './scripted-store.js';
import { digestsOfUndisturbedRun } from './undisturbed.js';

/** A log some of whose events can't be applied, and projectors that follow it. */
export interface Poisoned {
  readonly databaseUrl: string;
  readonly sql: DataSource;
  readonly store: ScriptedStore;
  /** The numbers of the events that can't be applied, for now. */
  readonly broken: ReadonlySet<number>;
  /** From now on these, and no others, can't be applied. */
  breakOnly(...numbers: number[]): void;
  readonly warnings: readonly { readonly message: string; readonly seq?: string }[];
  /** The projection, failing of the broken events: in the code, or in the middle of the transaction for every third. */
  picky(projection: Projection, more?: Partial<Projection>): Projection;
  start(projections: Projection[], batchSize?: number): Projector;
  readUpTo(seq: number, of: Projection[]): Promise<unknown>;
  /** Seq and error of every parked event, in order. */
  parked(): Promise<(readonly [seq: number, error: string | null])[]>;
  parkedSeqs(): Promise<number[]>;
  /** The digest that an undisturbed run over the same log leaves. */
  digestOfRebuild(projection: Projection): Promise<string | undefined>;
  close(): Promise<void>;
}

export const numberOf = ({ data }: SequencedEvent): number => (data as { number: number }).number;

export async function openPoisoned(): Promise<Poisoned> {
  const database = await createDatabase();
  const sql = await connectDatabase(database.url);
  const store = new ScriptedStore();
  const broken = new Set<number>();
  const warnings: { message: string; seq?: string }[] = [];
  const warn = (details: object, message: string) => void warnings.push({ ...details, message });
  const running: Projector[] = [];
  const parked = async () => {
    const rows = await sql.query<{ seq: string; error: string | null }[]>(
      'select seq, error from ledger.parked_event order by seq',
    );
    return rows.map(({ seq, error }) => [Number(seq), error] as const);
  };
  return {
    databaseUrl: database.url,
    sql,
    store,
    broken,
    warnings,
    breakOnly(...numbers) {
      broken.clear();
      for (const number of numbers) broken.add(number);
    },
    picky: (projection, more = {}) => ({
      ...projection,
      async apply(events, transaction, memory) {
        await projection.apply(events, transaction, memory);
        const culprit = events.map(numberOf).find((number) => broken.has(number));
        if (culprit === undefined) return;
        if (culprit % 3 === 0) await transaction.query(`select '陈某 138'::integer`);
        throw new TypeError(`Cannot read properties of undefined (reading 'unit')`);
      },
      ...more,
    }),
    start(projections, batchSize) {
      const logger = { info: () => undefined, warn };
      const projector = runProjector({ store, databaseUrl: database.url, projections, logger, batchSize });
      running.push(projector);
      return projector;
    },
    readUpTo: (seq, of) => eventually(async () => (await asOfNow(sql, of).catch(() => undefined))?.seq === BigInt(seq)),
    parked,
    parkedSeqs: async () => (await parked()).map(([seq]) => seq),
    digestOfRebuild: async (projection) => (await digestsOfUndisturbedRun(store, [projection], store.events.length))[0],
    async close() {
      await Promise.all(running.map((projector) => projector.stop()));
      await sql.destroy();
      await database.drop();
    },
  };
}
