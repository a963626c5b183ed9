import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Projection, schemaOf } from '#libs/projections';

const countBy = <Item>(items: readonly Item[], key: (item: Item) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
};

/** A projection small enough to check by hand, and one in which an event counted twice or left out shows. */
export function tallyOfVersion(version: number): Projection {
  const schema = schemaOf({ name: 'tally', version });

  @Entity({ schema, name: 'entry' })
  class TallyEntry {
    @PrimaryColumn('bigint') seq: string;
    @Column('text') stream: string;
    @Column('bigint') position: string;
    @Column('timestamptz') recordedAt: Date;
  }

  @Entity({ schema, name: 'total' })
  class TallyTotal {
    @PrimaryColumn('text') stream: string;
    @Column('integer') events: number;
    @Column('bigint') lastSeq: string;
  }

  return {
    name: 'tally',
    version,
    entities: [TallyEntry, TallyTotal],
    onPoison: 'park',
    async apply(events, sql) {
      await sql.query(
        `insert into ${schema}.entry (seq, stream, position, "recordedAt")
         select * from unnest($1::bigint[], $2::text[], $3::bigint[], $4::timestamptz[])`,
        [
          events.map(({ seq }) => seq),
          events.map(({ stream }) => stream),
          events.map(({ position }) => position),
          events.map(({ recordedAt }) => recordedAt),
        ],
      );
      const counts = countBy(events, ({ stream }) => stream);
      const last = new Map(events.map(({ stream, seq }) => [stream, seq]));
      await sql.query(
        `insert into ${schema}.total as t (stream, events, "lastSeq")
         select * from unnest($1::text[], $2::int[], $3::bigint[])
         on conflict (stream) do update set events = t.events + excluded.events, "lastSeq" = excluded."lastSeq"`,
        [[...counts.keys()], [...counts.values()], [...last.values()]],
      );
    },
  };
}

export const tally = tallyOfVersion(1);

/** Another projection over the same events, with tables of its own. */
@Entity({ schema: schemaOf({ name: 'census', version: 1 }), name: 'type' })
class CensusType {
  @PrimaryColumn('text') type: string;
  @Column('integer') events: number;
}

export const census: Projection = {
  name: 'census',
  version: 1,
  entities: [CensusType],
  onPoison: 'park',
  async apply(events, sql) {
    const counts = countBy(events, ({ type }) => type);
    await sql.query(
      `insert into census_v1.type as t (type, events) select * from unnest($1::text[], $2::int[])
       on conflict (type) do update set events = t.events + excluded.events`,
      [[...counts.keys()], [...counts.values()]],
    );
  },
};
