import { type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { type UnitSummary, listUnits } from '#libs/units';
import { type Day, type Money, Decimal } from '#libs/values';
import { type Metric, metricOf } from '../../metrics.js';
import { type Score, percentage, rank } from '../../ranking.js';
import { type Totals, totals } from '../totals/totals.query.js';

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
}

/** A count as plain decimal text, or a rate in per cent with one place and what it is the ratio of. */
export interface Figure {
  readonly value: string;
  readonly numerator?: string;
  readonly denominator?: string;
}

export interface LeagueTableRow extends Figure {
  readonly rank: number;
  readonly unit: { readonly code: string; readonly name: string };
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

  const units = await listUnits(sql, asOf);
  const [found = new Map()] = await totals(sql, 'unit', [{ measure, from, to, ...filters }], asOf);
  const scored = measure.kind === 'sum' ? withZeros(scoresOf(found), units, group) : scoresOf(found);
  const figureOf = measure.kind === 'sum' ? count : rate;

  const names = new Map(units.map(({ code, name }) => [code, name]));
  const rows = rank(scored).map(({ unit, ...score }) => ({
    rank: score.rank,
    unit: { code: unit, name: names.get(unit) ?? unit },
    ...figureOf(score),
  }));
  const total = measure.kind === 'rate' && rows.length === 0 ? undefined : figureOf(totalOf(scored));
  return { metric, period: { from, to }, filters, total, rows };
}

const scoresOf = (found: Totals): Score[] =>
  [...found].map(([unit, { numerator, denominator }]) => ({ unit, numerator, denominator }));

function refuseBounds(hasAmounts: boolean, filters: LeagueTableFilters): void {
  const field = (['minInvestment', 'minFixedAssets'] as const).find((bound) => filters[bound] !== undefined);
  refuseUnless(hasAmounts || !field, 'invalid', 'LEAGUE_TABLE.NO_AMOUNTS', '该指标不按投资规模统计', field);
}

/** Districts and development zones are always compared; other units only when they have something to show. */
function withZeros(found: readonly Score[], units: readonly UnitSummary[], group: string | undefined): Score[] {
  const scored = new Set(found.map(({ unit }) => unit));
  const compared = units.filter(
    (unit) =>
      (unit.kind === 'district' || unit.kind === 'development-zone') && (group === undefined || unit.group === group),
  );
  const silent = compared.filter(({ code }) => !scored.has(code));
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

const sum = (values: readonly string[]): string =>
  values.reduce((total, value) => total.plus(value), new Decimal(0)).toFixed();

const totalOf = (all: readonly Score[]): Fraction => ({
  numerator: sum(all.map(({ numerator }) => numerator)),
  denominator: sum(all.map(({ denominator }) => denominator)),
});
