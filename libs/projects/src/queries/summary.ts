import { type NamedUnit, type UnitNaming } from '#libs/units';
import { type UnitCode } from '#libs/values';
import { type Columns } from '../projections/project-summary/columns.js';
import { type ProjectRow } from '../projections/project-summary/project-summary.entity.js';

type Shown<Row> = { readonly [Key in keyof Row as null extends Row[Key] ? never : Key]: Row[Key] } & {
  readonly [Key in keyof Row as null extends Row[Key] ? Key : never]?: NonNullable<Row[Key]>;
};

type Named = 'unit' | 'localUnit' | 'group';

/** What a project shows of itself, without what is absent. Amounts in 万元, areas in 亩. */
export type ProjectColumns = Shown<Omit<Columns, Named>> & {
  readonly unit: NamedUnit;
  readonly localUnit: NamedUnit;
  readonly group?: NamedUnit;
};

/** A project as it stands now; `revision` is its stream's, as text: what `If-Match` names. */
export type ProjectSummary = ProjectColumns & { readonly id: string; readonly revision: string };

/** The units that columns name. */
export const unitsIn = ({ unit, localUnit, group }: Pick<Columns, Named>): UnitCode[] =>
  [unit, localUnit, group].filter((code) => code !== null);

/** How the API shows what a project shows of itself. */
export function shownColumns({ unit, localUnit, group, ...columns }: Columns, nameOf: UnitNaming): ProjectColumns {
  const present = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null));
  return {
    ...(present as Shown<Omit<Columns, Named>>),
    unit: nameOf(unit),
    localUnit: nameOf(localUnit),
    ...(group !== null && { group: nameOf(group) }),
  };
}

/** How the API shows a row. */
export const summaryOf = (
  { id, openedSeq, introducer, readers, leaders, handedOver, revision, ...columns }: ProjectRow,
  nameOf: UnitNaming,
): ProjectSummary => ({
  id,
  revision,
  ...shownColumns(columns, nameOf),
});
