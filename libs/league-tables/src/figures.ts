import { Decimal, percentage } from '#libs/values';
import { type Score } from './ranking.js';

/** A count as plain decimal text, or a rate in per cent with one place and what it is the ratio of. */
export interface Figure {
  readonly value: string;
  readonly numerator?: string;
  readonly denominator?: string;
}

/** Exactly `numerator` ÷ `denominator`, both decimal text. */
export type Fraction = Omit<Score, 'unit'>;

const plain = (value: string): string => new Decimal(value).toFixed();

export const countFigure = ({ numerator }: Fraction): Figure => ({ value: plain(numerator) });

/** The denominator is not zero. */
export const rateFigure = ({ numerator, denominator }: Fraction): Required<Figure> => ({
  value: percentage(numerator, denominator),
  numerator: plain(numerator),
  denominator: plain(denominator),
});

/** The sum of decimal texts. */
export const sum = (values: readonly string[]): string =>
  values.reduce((total, value) => total.plus(value), new Decimal(0)).toFixed();

/** Of a rate: the parts of all together, one by one. */
export const totalOf = (all: readonly Fraction[]): Fraction => ({
  numerator: sum(all.map(({ numerator }) => numerator)),
  denominator: sum(all.map(({ denominator }) => denominator)),
});
