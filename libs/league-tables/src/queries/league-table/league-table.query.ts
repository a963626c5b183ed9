import { type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { type UnitSummary, listUnits, successors } from '#libs/units';
import { type Day, type Money, Decimal } from '#libs/values';
import { type Metric, metricOf } from '../../metrics.js';
import { type Score, percentage, rank } from '../../ranking.js';
import { type Totals, totals } from '../totals/totals.query.js';
import { existedIn, noteOf, rollUp, sum } from './units-of-period.js';

/** Money bounds in 万元, inclusive, on the whole project. */
export interface LeagueTableFilters {
  readonly minInvestment?: Money;
  readonly minFixedAssets?: Money;
  readonly group?: string;
}

/** A metric over the days `from` to `to`, both included. */
export interface LeagueTableQuestion extends LeagueTableFilters {
  readonly metric: string;
  readonly from: Day;
  readonly to: Day;
  /** Each unit under its own code, or what has merged by the period's end under whoever answers for it then. */
  readonly units?: UnitsShown;
}

export const UNITS_SHOWN = ['of-the-day', 'successor'] as const;
export type UnitsShown = (typeof UNITS_SHOWN)[number];

/** A count as plain decimal text, or a rate in per cent with one place and what it is the ratio of. */
export interface Figure {
  readonly value: string;
  readonly numerator?: string;
  readonly denominator?: string;
}

export interface LeagueTableRow extends Figure {
  readonly rank: number;
  /** Under the name that it had on the period's last day. */
  readonly unit: { readonly code: string; readonly name: string };
  /** Where the unit went, if it has merged or split by the period's end. */
  readonly note?: string;
}

export interface LeagueTable {
  readonly metric: Pick<Metric, 'code' | 'name' | 'unit' | 'definition'>;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly filters: LeagueTableFilters;
  /** Absent when a rate has nothing to divide by. */
  readonly total?: Figure;
  readonly rows: LeagueTableRow[];
}

/**
 * The league table of a metric, as the ledger had it at the seq `asOf`. Everyone may see it.
 * @throws Refusal METRIC.UNKNOWN, PERIOD.REVERSED, LEAGUE_TABLE.NO_AMOUNTS
 */
export async function leagueTable(sql: Sql, question: LeagueTableQuestion, asOf: bigint): Promise<LeagueTable> {
  const { from, to, minInvestment, minFixedAssets, group } = question;
  const { measure, hasAmounts, ...metric } = metricOf(question.metric);
  const filters = { minInvestment, minFixedAssets, group };
  refuseUnless(from <= to, 'invalid', 'PERIOD.REVERSED', `统计期起始日 ${from} 晚于截止日 ${to}`, 'from');
  refuseBounds(hasAmounts, filters);

  const units = await listUnits(sql, asOf, to);
  const [found = new Map()] = await totals(sql, 'unit', [{ measure, from, to, ...filters }], asOf);
  const isRate = measure.kind === 'rate';
  const listed = isRate ? scoresOf(found) : withZeros(scoresOf(found), units, question);
  const scored =
    question.units === 'successor' ? rollUp(listed, await successors(sql, { on: to, asOf }), isRate) : listed;
  const figureOf = isRate ? rate : count;

  const known = new Map(units.map((unit) => [unit.code, unit]));
  const rows = rank(scored).map(({ unit: code, ...score }) => {
    const unit = known.get(code);
    return {
      rank: score.rank,
      unit: { code, name: unit?.name ?? code },
      ...figureOf(score),
      note: unit && noteOf(unit),
    };
  });
  const total = isRate && rows.length === 0 ? undefined : figureOf(totalOf(scored));
  return { metric, period: { from, to }, filters, total, rows };
}

const scoresOf = (found: Totals): Score[] =>
  [...found].map(([unit, { numerator, denominator }]) => ({ unit, numerator, denominator }));

function refuseBounds(hasAmounts: boolean, filters: LeagueTableFilters): void {
  const field = (['minInvestment', 'minFixedAssets'] as const).find((bound) => filters[bound] !== undefined);
  refuseUnless(hasAmounts || !field, 'invalid', 'LEAGUE_TABLE.NO_AMOUNTS', '该指标不按投资规模统计', field);
}

/** Districts and development zones of the period are always compared; other units only when they have something to show. */
function withZeros(
  found: readonly Score[],
  units: readonly UnitSummary[],
  { from, to, group }: LeagueTableQuestion,
): Score[] {
  const scored = new Set(found.map(({ unit }) => unit));
  const silent = units.filter(
    (unit) =>
      (unit.kind === 'district' || unit.kind === 'development-zone') &&
      (group === undefined || unit.group === group) &&
      existedIn(unit, { from, to }) &&
      !scored.has(unit.code),
  );
  return [...found, ...silent.map(({ code }) => ({ unit: code, numerator: '0', denominator: '1' }))];
}

type Fraction = Omit<Score, 'unit'>;

const plain = (value: string): string => new Decimal(value).toFixed();

const count = ({ numerator }: Fraction): Figure => ({ value: plain(numerator) });

const rate = ({ numerator, denominator }: Fraction): Figure => ({
  value: percentage(numerator, denominator),
  numerator: plain(numerator),
  denominator: plain(denominator),
});

const totalOf = (all: readonly Score[]): Fraction => ({
  numerator: sum(all.map(({ numerator }) => numerator)),
  denominator: sum(all.map(({ denominator }) => denominator)),
});
