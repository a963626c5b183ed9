import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type Projection, schemaOf } from '#libs/projections';
import { type Report, type Reported, totalsOf } from './reports.js';

const REPORTED_MODEL = { name: 'reported', version: 1 } as const;
const schema = schemaOf(REPORTED_MODEL);

/** The table of the product's side; decorators are called by hand, since Node strips types and knows no decorators. */
class ReportedRow implements Reported {
  readonly project: string;
  readonly unit: string;
  readonly months: number;
  readonly investment: number;
}
Entity({ schema, name: 'reported' })(ReportedRow);
PrimaryColumn({ type: 'text' })(ReportedRow.prototype, 'project');
Column({ type: 'text' })(ReportedRow.prototype, 'unit');
Column({ type: 'int' })(ReportedRow.prototype, 'months');
Column({ type: 'bigint' })(ReportedRow.prototype, 'investment');
Index()(ReportedRow.prototype, 'investment');

/** Schema-qualified. */
export const REPORTED_TABLE = `${schema}.reported`;

/** A projection of one table, as a module of the product would have it. */
export const reportedProjection: Projection = {
  ...REPORTED_MODEL,
  entities: [ReportedRow],
  onPoison: 'park',
  async apply(events, sql) {
    const rows = totalsOf(events.map(({ data }) => data as Report));
    await sql.query(
      `insert into ${REPORTED_TABLE} as r (project, unit, months, investment)
       select * from unnest($1::text[], $2::text[], $3::int[], $4::bigint[])
       on conflict (project) do update
       set months = r.months + excluded.months, investment = r.investment + excluded.investment`,
      [
        rows.map(({ project }) => project),
        rows.map(({ unit }) => unit),
        rows.map(({ months }) => months),
        rows.map(({ investment }) => investment),
      ],
    );
  },
};
