import { type Decimal, Decimal as Exact, compare, snap } from './arithmetic.js';
import { type SplitRule } from './sources/source.js';

/** One of those between whom a whole is split. */
export interface Part {
  readonly holder: string;
  readonly share: Decimal;
}

type Places = Exclude<SplitRule, string>;

/**
 * Splits a whole by shares so that the parts, cut to `places`, add up to what the exact parts add up to, as near as
 * those places allow: each is cut down first, then the largest remainders are served (最大余额法).
 */
export function apportion(whole: Decimal, parts: readonly Part[], { places, ties }: Places): Map<string, Decimal> {
  const step = new Exact(10).pow(-places);
  const rows = parts.map(({ holder, share }) => {
    const exact = snap(whole.times(share));
    const down = exact.toDecimalPlaces(places, Exact.ROUND_FLOOR);
    return { holder, exact, down };
  });
  const sum = (values: readonly Decimal[]) => values.reduce((total, value) => total.plus(value), new Exact(0));
  // Of the shares, not of the parts: thirds that were cut would come to less than the half that rounds up.
  const due = snap(whole.times(sum(parts.map(({ share }) => share)))).toDecimalPlaces(places, Exact.ROUND_HALF_UP);
  const left = due
    .minus(sum(rows.map(({ down }) => down)))
    .dividedBy(step)
    .toNumber();
  const order = ties === 'first' ? 1 : -1;
  const served = new Set(
    [...rows]
      .sort((a, b) => compare(b.exact.minus(b.down), a.exact.minus(a.down)) || (a.holder < b.holder ? -order : order))
      .slice(0, left)
      .map(({ holder }) => holder),
  );
  return new Map(rows.map(({ holder, down }) => [holder, served.has(holder) ? down.plus(step) : down]));
}
