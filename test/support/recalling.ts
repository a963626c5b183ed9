import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Memory, type Projection, schemaOf } from '#libs/projections';

const RECALLING = { name: 'recalling', version: 1 } as const;

@Entity({ schema: schemaOf(RECALLING), name: 'total' })
class Total {
  @PrimaryColumn('text') stream: string;
  @Column('integer') events: number;
}

/** A projection that writes sums, worked out of those that it has in mind, and how often it had to read some. */
export interface Recalling extends Projection {
  readonly reads: string[][];
  /** What an event counts: the rule, which can be mended. */
  weight: number;
}

export function recallingProjection(): Recalling {
  const recalling: Recalling = {
    ...RECALLING,
    entities: [Total],
    onPoison: 'park',
    reads: [],
    weight: 1,
    async apply(events, sql, memory = new Memory()) {
      const known = await memory.recall(new Set(events.map(({ stream }) => stream)), async (streams) => {
        recalling.reads.push(streams);
        const rows = await sql.query<Total[]>('select * from recalling_v1.total where stream = any($1)', [streams]);
        return new Map(rows.map((row) => [row.stream, row]));
      });
      const totals = new Map<string, Total>();
      for (const { stream } of events) {
        const before = totals.get(stream) ?? known.get(stream);
        totals.set(stream, { stream, events: (before?.events ?? 0) + recalling.weight });
      }
      await sql.query(
        `insert into recalling_v1.total (stream, events) select * from unnest($1::text[], $2::int[])
         on conflict (stream) do update set events = excluded.events`,
        [[...totals.keys()], Array.from(totals.values(), ({ events: sum }) => sum)],
      );
      for (const [stream, total] of totals) memory.keep(stream, total);
    },
  };
  return recalling;
}
