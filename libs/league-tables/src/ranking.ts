import { type UnitCode, Decimal } from '#libs/values';

/** What a unit scored: exactly `numerator` ÷ `denominator`, both decimal text. */
export interface Score {
  readonly unit: UnitCode;
  readonly numerator: string;
  readonly denominator: string;
}

/** Competition ranks (1, 1, 3): highest first, by exact value and not by what is printed; ties in order of unit code. */
export function rank<S extends Score>(scores: readonly S[]): (S & { rank: number })[] {
  const ordered = [...scores].sort((a, b) => compareValue(b, a) || (a.unit < b.unit ? -1 : 1));
  const ranks: number[] = [];
  return ordered.map((score, index) => {
    const before = ordered[index - 1];
    const place = before && compareValue(before, score) === 0 ? (ranks[index - 1] ?? 1) : index + 1;
    ranks.push(place);
    return { ...score, rank: place };
  });
}

/** Compares two fractions without dividing. */
const compareValue = (a: Score, b: Score): number =>
  new Decimal(a.numerator).mul(b.denominator).comparedTo(new Decimal(b.numerator).mul(a.denominator));
