import { type NamedUnit, type UnitNaming } from '#libs/units';
import { type Day, type Money } from '#libs/values';
import { type ProjectRow, type Stage } from '../projections/project-summary/project-summary.entity.js';

/** A project as it stands now. Amounts in 万元 and the days are of the milestones that stand. */
export interface ProjectSummary {
  readonly id: string;
  readonly name: string;
  readonly unit: NamedUnit;
  readonly place?: string;
  readonly chain?: string;
  readonly leadId?: string;
  readonly stage: Stage;
  readonly openedOn: Day;
  readonly signedOn?: Day;
  readonly landOn?: Day;
  readonly startedOn?: Day;
  readonly outputOn?: Day;
  readonly totalInvestment?: Money;
  readonly fixedAssetInvestment?: Money;
  /** The revision of its stream, as text: what `If-Match` names. */
  readonly revision: string;
}

/** How the API shows a row: without what is absent. */
export const summaryOf = (row: ProjectRow, nameOf: UnitNaming): ProjectSummary => ({
  id: row.id,
  name: row.name,
  unit: nameOf(row.unit),
  place: row.place ?? undefined,
  chain: row.chain ?? undefined,
  leadId: row.leadId ?? undefined,
  stage: row.stage,
  openedOn: row.openedOn,
  signedOn: row.signedOn ?? undefined,
  landOn: row.landOn ?? undefined,
  startedOn: row.startedOn ?? undefined,
  outputOn: row.outputOn ?? undefined,
  totalInvestment: row.totalInvestment ?? undefined,
  fixedAssetInvestment: row.fixedAssetInvestment ?? undefined,
  revision: row.revision,
});
