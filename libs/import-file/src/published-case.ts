import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { count, day, text } from './fields.js';
import { type Problem, problem } from './problem.js';

const counts = {
  signed_ge_1yi: count,
  signed_ge_5yi: count,
  signed_ge_10yi: count,
  started_ge_1yi: count,
  outings: count,
};

/** A published notice as it stands: remarks beside the figures are welcome. */
export const publishedCase = z.object({
  title: text(100),
  source: text(200),
  period: z.object({ from: day, to: day }),
  totals: z.object(counts).partial().optional(),
  units: z.array(z.object({ unit: text(100), start_rate_pct: text(20).optional(), ...counts })).min(1),
});

/**
 * The figures that a city published for a period: per unit the projects signed of fixed assets ≥ 1, 5 and 10 亿元, those
 * started (≥ 1 亿元) and the outings. Totals and rates are what the notice prints, and only checked against the counts.
 */
export type PublishedCase = z.infer<typeof publishedCase>;

type UnitFigures = PublishedCase['units'][number];

/** What makes the counts impossible. */
export function contradictions(published: PublishedCase): Problem[] {
  const { period, units } = published;
  const found = period.to < period.from ? [problem('PERIOD.ENDS_BEFORE_START', 'period.to')] : [];
  const names = new Set<string>();
  units.forEach((figures, index) => {
    const row = index + 1;
    const exceeds = (higher: keyof typeof counts, lower: keyof typeof counts, code: Problem['code']) => {
      const detail = `${figures.unit} ${figures[higher]} > ${figures[lower]}`;
      if (figures[higher] > figures[lower]) found.push(problem(code, higher, row, detail));
    };
    exceeds('signed_ge_5yi', 'signed_ge_1yi', 'CASE.BANDS_DO_NOT_NEST');
    exceeds('signed_ge_10yi', 'signed_ge_5yi', 'CASE.BANDS_DO_NOT_NEST');
    exceeds('started_ge_1yi', 'signed_ge_1yi', 'CASE.MORE_STARTED_THAN_SIGNED');
    if (names.has(figures.unit)) found.push(problem('UNIT.DUPLICATE', 'unit', row, figures.unit));
    names.add(figures.unit);
  });
  return found;
}

const rateOf = ({ signed_ge_1yi, started_ge_1yi }: UnitFigures): string =>
  new Decimal(started_ge_1yi).div(signed_ge_1yi).mul(100).toFixed(1, Decimal.ROUND_HALF_UP);

/** Where a notice contradicts itself: its counts can be taken, its totals or rates don't follow from them. */
export function discrepancies({ totals = {}, units }: PublishedCase): Problem[] {
  const found: Problem[] = [];
  for (const name of Object.keys(counts) as (keyof typeof counts)[]) {
    const sum = units.reduce((total, figures) => total + figures[name], 0);
    if (totals[name] !== undefined && totals[name] !== sum) {
      found.push(problem('CASE.TOTAL_DIFFERS', `totals.${name}`, undefined, `公布 ${totals[name]}，合计 ${sum}`));
    }
  }
  units.forEach((figures, index) => {
    const { start_rate_pct: rate, signed_ge_1yi: signed, unit } = figures;
    if (rate === undefined || signed === 0 || rate === rateOf(figures)) return;
    found.push(
      problem('CASE.RATE_DIFFERS', 'start_rate_pct', index + 1, `${unit} 公布 ${rate}，重算 ${rateOf(figures)}`),
    );
  });
  return found;
}
