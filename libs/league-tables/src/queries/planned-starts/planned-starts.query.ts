import { type Sql } from '#libs/database';
import { type NamedUnit, unitNames } from '#libs/units';
import { type Day, type UnitCode } from '#libs/values';
import { type Figure, rateFigure, totalOf } from '../../figures.js';
import { metricOf } from '../../metrics.js';
import { type Period } from '../league-table/earlier-period.js';
import { totals } from '../totals/totals.query.js';

const RATE = metricOf('planned-start-rate');

/** The one rate of planned starts over two periods; both are published, and each says what it divides by. */
export const PLANNED_START_RATES = {
  'planned-start-rate': {
    name: '年度计划开工率',
    definition: `统计期为全年，开工截至统计日。${RATE.definition}`,
    to: (year: number): Day => `${year}-12-31`,
  },
  'planned-start-rate-to-date': {
    name: '时序计划开工率',
    definition: `统计期为年初至统计日。${RATE.definition}`,
    to: (year: number, on: Day): Day => (on < `${year}-12-31` ? on : `${year}-12-31`),
  },
} as const;
export type PlannedStartRate = keyof typeof PLANNED_START_RATES;
const RATES = Object.keys(PLANNED_START_RATES) as PlannedStartRate[];

/** Of a year's planned starts, those that had come by the day `on`, as known at the seq `asOf`. */
export interface PlannedStartsQuestion {
  readonly year: number;
  readonly on: Day;
  readonly asOf: bigint;
  /** The unit that answers on the last day of the planned month. */
  readonly unit?: UnitCode;
  /** Only this unit's entries can be seen. */
  readonly visibleUnit?: UnitCode;
}

type Rate = Required<Figure>;

export interface PlannedStartsMetric {
  readonly code: PlannedStartRate;
  readonly name: string;
  readonly definition: string;
  /** Of the league table that has the same rows once the period is over. */
  readonly period: Period;
  /** Absent when nothing was planned to start. */
  readonly total?: Rate;
  /** By unit code; a unit that planned no start has no rate. */
  readonly rows: readonly (Rate & { readonly unit: NamedUnit })[];
}

/** Planned starts count in a period by the last day of their month. */
export const periodOf = (
  rate: PlannedStartRate,
  { year, on }: { readonly year: number; readonly on: Day },
): Period => ({
  from: `${year}-01-01`,
  to: PLANNED_START_RATES[rate].to(year, on),
});

/** Both rates, of each unit and in all, from the ledger. */
export async function plannedStarts(sql: Sql, question: PlannedStartsQuestion): Promise<PlannedStartsMetric[]> {
  const { on, asOf, unit, visibleUnit } = question;
  const asked = RATES.map((rate) => ({ measure: RATE.measure, ...periodOf(rate, question), reachedBy: on }));
  const wanted = [unit, visibleUnit].filter((code) => code !== undefined);
  const found = (await totals(sql, 'unit', asked, asOf)).map((byUnit) =>
    [...byUnit]
      .filter(([code]) => wanted.every((only) => only === code))
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
  const nameOf = await unitNames(
    sql,
    found.flatMap((scores) => scores.map(([code]) => code)),
    { on, asOf },
  );
  return RATES.map((code, index) => {
    const scores = found[index] ?? [];
    const { name, definition } = PLANNED_START_RATES[code];
    return {
      code,
      name,
      definition,
      period: periodOf(code, question),
      total: scores.length === 0 ? undefined : rateFigure(totalOf(scores.map(([, score]) => score))),
      rows: scores.map(([code, score]) => ({ unit: nameOf(code), ...rateFigure(score) })),
    };
  });
}
