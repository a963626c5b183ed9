import { type Sql } from '#libs/database';
import { METRICS, type Metric, totals } from '#libs/league-tables';
import { type Day, type SubjectKind, type SubjectRef, Decimal } from '#libs/values';
import { type Schedule } from '../../domain/schedule.js';
import { type TargetRow } from '../../projections/target-register/target.entity.js';
import { ownMetrics } from '../targets-known/own-metrics.query.js';
import { type TargetsQuestion, targetsKnown } from '../targets-known/targets-known.query.js';
import { type TargetProgress, progressOf } from './progress.js';

/** A target as it holds on a day, with how far it has got. */
export interface TargetLine extends TargetProgress {
  readonly subject: SubjectRef;
  readonly metric: { readonly code: string; readonly name: string; readonly unit: string };
  readonly year: number;
  readonly amount: string;
  readonly schedule: Schedule;
  readonly parent?: SubjectRef;
  /** Why it takes more than its parent leaves, or less than its parts. */
  readonly overAllotment?: string;
  /** Of the last revision. */
  readonly reason?: string;
  readonly approvedBy?: string;
  readonly since: Day;
  /** The event that says so, and when it became known. */
  readonly eventId: string;
  readonly seq: string;
}

/** The targets of a year on the business day `on`, as known at the seq `asOf` (features.md A10). */
export async function listTargets(
  sql: Sql,
  question: TargetsQuestion & { readonly on: Day },
  asOf: bigint,
): Promise<TargetLine[]> {
  const rows = await targetsKnown(sql, question, asOf);
  const completed = await completedBy(sql, rows, question, asOf);
  const own = await ownMetrics(sql, question.year, asOf);
  return rows.map((row) => {
    const { code, name, unit } = catalogued(row.metric) ?? { code: row.metric, ...own(row.metric) };
    const { parentKind, parentCode, overAllotment, reason, approvedBy } = row;
    return {
      subject: { kind: row.subjectKind, code: row.subjectCode },
      metric: { code, name, unit },
      year: row.year,
      amount: new Decimal(row.amount).toFixed(),
      schedule: row.schedule,
      ...progressOf(row, question.on, completed(row)),
      ...(parentKind && parentCode !== null && { parent: { kind: parentKind, code: parentCode } }),
      ...(overAllotment !== null && { overAllotment }),
      ...(reason !== null && { reason }),
      ...(approvedBy !== null && { approvedBy }),
      since: row.occurredOn,
      eventId: row.eventId,
      seq: row.seq,
    };
  });
}

const catalogued = (metric: string): Metric | undefined => METRICS.find(({ code }) => code === metric);

type Completed = (row: TargetRow) => Decimal | undefined;

/** What every target's subject has completed from the year's first day to `on`: one reading of the ledger a kind. */
async function completedBy(
  sql: Sql,
  rows: readonly TargetRow[],
  { year, on }: { readonly year: number; readonly on: Day },
  asOf: bigint,
): Promise<Completed> {
  const period = { from: `${year}-01-01`, to: on < `${year}-12-31` ? on : `${year}-12-31` };
  const known = new Map<string, Decimal | undefined>();
  for (const [kind, together] of Map.groupBy(rows, ({ subjectKind }) => subjectKind)) {
    const metrics = [...new Set(together.map(({ metric }) => metric))].flatMap((metric) => catalogued(metric) ?? []);
    const found = await totals(
      sql,
      kind,
      metrics.map(({ measure }) => ({ measure, ...period })),
      asOf,
    );
    for (const { subjectCode } of together)
      metrics.forEach(({ code, measure }, index) => {
        const total = found[index]?.get(subjectCode);
        known.set(keyOf(kind, subjectCode, code), total ? valueOf(total, measure.kind) : nothing(measure.kind));
      });
  }
  return ({ subjectKind, subjectCode, metric }) => known.get(keyOf(subjectKind, subjectCode, metric));
}

const keyOf = (kind: SubjectKind, code: string, metric: string): string => JSON.stringify([kind, code, metric]);

type MeasureKind = Metric['measure']['kind'];

/** A rate's target is in %. */
const valueOf = (total: { numerator: string; denominator: string }, kind: MeasureKind): Decimal =>
  new Decimal(total.numerator).times(kind === 'rate' ? 100 : 1).div(total.denominator);

const nothing = (kind: MeasureKind): Decimal | undefined => (kind === 'rate' ? undefined : new Decimal(0));
