import { type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { type Bounds } from '#libs/postings';
import { type Succession, successors } from '#libs/units';
import { type Money, type UnitCode } from '#libs/values';
import { type Figure, countFigure, rateFigure, totalOf } from '../../figures.js';
import { type Measure, type Metric, metricOf } from '../../metrics.js';
import { type Score, rank } from '../../ranking.js';
import { totals } from '../totals/totals.query.js';
import { type Contenders, type TableOf, contendersOf } from './contenders.query.js';
import { type Period } from './earlier-period.js';
import { rollUp } from './units-of-period.js';

/** Money bounds in 万元 on the whole project, from `min…` on and below `max…`; `of` is `unit` when absent. */
export interface LeagueTableFilters extends Bounds {
  readonly of?: TableOf;
  readonly minInvestment?: Money;
  readonly minFixedAssets?: Money;
  readonly group?: string;
}

/** A metric over the days `from` to `to`, both included, beside an earlier period where one is named. */
export interface LeagueTableQuestion extends LeagueTableFilters, Period {
  readonly metric: string;
  readonly comparedWith?: Period;
  /** Each unit under its own code, or what has merged by the period's end under whoever answers for it then. */
  readonly units?: UnitsShown;
  /** Those who take part, and nobody else: each has a row, whatever it has. */
  readonly entrants?: readonly UnitCode[];
}

export const UNITS_SHOWN = ['of-the-day', 'successor'] as const;
export type UnitsShown = (typeof UNITS_SHOWN)[number];

export interface LeagueTableRow extends Figure {
  readonly rank: number;
  /** Whoever is compared, of whatever kind, under the name that it had on the period's last day. */
  readonly unit: { readonly code: string; readonly name: string };
  /** Its place in the compared period and the places gained since, negative when lost; absent when it had none. */
  readonly before?: { readonly rank: number; readonly value: string };
  readonly change?: number;
  /** Where the unit went, if it has merged or split by the period's end. */
  readonly note?: string;
}

export interface LeagueTable {
  readonly metric: Pick<Metric, 'code' | 'name' | 'unit' | 'definition'>;
  readonly period: Period;
  readonly comparedWith?: Period;
  readonly filters: LeagueTableFilters;
  /** Absent when a rate has nothing to divide by. */
  readonly total?: Figure;
  readonly rows: LeagueTableRow[];
}

/**
 * The league table of a metric, as the ledger had it at the seq `asOf`. Everyone may see it (features.md A1, A4).
 * @throws Refusal METRIC.UNKNOWN, PERIOD.REVERSED, LEAGUE_TABLE.NO_AMOUNTS
 */
export async function leagueTable(sql: Sql, question: LeagueTableQuestion, asOf: bigint): Promise<LeagueTable> {
  const { metric: code, from, to, comparedWith, entrants, units, ...filters } = question;
  const { measure, hasAmounts, ...metric } = metricOf(code);
  for (const period of [question, ...(comparedWith ? [comparedWith] : [])]) refuseReversed(period);
  refuseBounds(hasAmounts, filters);

  const contenders = await contendersOf(sql, { from, to, entrants, ...filters }, asOf);
  const heirs = units === 'successor' ? await successors(sql, { on: to, asOf }) : undefined;
  const { of = 'unit', ...bounds } = filters;
  const periods = [{ from, to }, ...(comparedWith ? [comparedWith] : [])];
  const asked = periods.map((period) => ({ measure, ...period, ...bounds }));
  const [now = [], before] = (await totals(sql, of, asked, asOf)).map((found) =>
    ranked(found, measure, contenders, heirs),
  );

  const nameOf = await contenders.namesOf(now.map(({ unit }) => unit));
  const figureOf = measure.kind === 'sum' ? countFigure : rateFigure;
  const earlier = new Map(before?.map((score) => [score.unit, { rank: score.rank, value: figureOf(score).value }]));
  const rows = now.map((score): LeagueTableRow => {
    const place = earlier.get(score.unit);
    const { name, note } = nameOf(score.unit);
    return {
      rank: score.rank,
      unit: { code: score.unit, name },
      ...figureOf(score),
      note,
      ...(place && { before: place, change: place.rank - score.rank }),
    };
  });
  const total = measure.kind === 'rate' && rows.length === 0 ? undefined : figureOf(totalOf(now));
  return { metric, period: { from, to }, ...(comparedWith && { comparedWith }), filters, total, rows };
}

function ranked(
  found: ReadonlyMap<string, Omit<Score, 'unit'>>,
  measure: Measure,
  { takesPart, always }: Contenders,
  heirs: Succession | undefined,
): (Score & { rank: number })[] {
  const scores = [...found]
    .filter(([unit]) => takesPart(unit))
    .map(([unit, { numerator, denominator }]) => ({ unit, numerator, denominator }));
  const silent = measure.kind === 'sum' ? always.filter((unit) => !found.has(unit)) : [];
  const listed = [...scores, ...silent.map((unit) => ({ unit, numerator: '0', denominator: '1' }))];
  return rank(heirs ? rollUp(listed, heirs, measure.kind === 'rate') : listed);
}

const refuseReversed = ({ from, to }: Period): void =>
  refuseUnless(from <= to, 'invalid', 'PERIOD.REVERSED', `统计期起始日 ${from} 晚于截止日 ${to}`, 'from');

const AMOUNT_BOUNDS = ['minInvestment', 'maxInvestment', 'minFixedAssets', 'maxFixedAssets'] as const;

function refuseBounds(hasAmounts: boolean, filters: LeagueTableFilters): void {
  const field = AMOUNT_BOUNDS.find((bound) => filters[bound] !== undefined);
  refuseUnless(hasAmounts || !field, 'invalid', 'LEAGUE_TABLE.NO_AMOUNTS', '该指标不按投资规模统计', field);
}
