import { type Bounds, type Parameters } from '#libs/postings';
import { Decimal } from '#libs/values';

/** The sizes at which questions draw lines through an amount of the project: a posting lies in one band between them. */
export interface Scale {
  readonly min: 'minInvestment' | 'minFixedAssets';
  readonly max: 'maxInvestment' | 'maxFixedAssets';
  readonly column: string;
  /** Decimal text, from the lowest up. */
  readonly lines: readonly string[];
}

const AMOUNTS = [
  { min: 'minInvestment', max: 'maxInvestment', column: 'total_investment' },
  { min: 'minFixedAssets', max: 'maxFixedAssets', column: 'fixed_asset_investment' },
] as const;

const written = (amount: string): string => new Decimal(amount).toFixed();

/** The lines that bounds draw, each once. */
export const scalesOf = (all: readonly Bounds[]): Scale[] =>
  AMOUNTS.map((amount) => {
    const drawn = all.flatMap((bounds) => [bounds[amount.min] ?? [], bounds[amount.max] ?? []].flat());
    const lines = [...new Set(drawn.map(written))].sort((a, b) => new Decimal(a).comparedTo(b));
    return { ...amount, lines };
  });

/** How many bands there are: none for a missing amount, one below all lines, one from each line on. */
export const bandsOf = ({ lines }: Scale): number => lines.length + 2;

/** The band of a posting, as SQL: 0 without an amount, 1 below all lines. The highest line is looked at first, and often alone. */
export function bandSql({ column, lines }: Scale, parameters: Parameters): string {
  if (lines.length === 0) return '1';
  const steps = lines
    .map((line, index) => `when posting.${column} >= ${parameters.of(line, 'numeric')} then ${index + 2}`)
    .reverse();
  return `case ${steps.join(' ')} when posting.${column} is null then 0 else 1 end`;
}

/** Whether a posting of a band is within bounds. */
export function isInBand(scale: Scale, band: number, bounds: Bounds): boolean {
  const { min, max } = scale;
  const [from, below] = [bounds[min], bounds[max]];
  if (band === 0) return from === undefined && below === undefined;
  const isFrom = from === undefined || band >= scale.lines.indexOf(written(from)) + 2;
  return isFrom && (below === undefined || band < scale.lines.indexOf(written(below)) + 2);
}
