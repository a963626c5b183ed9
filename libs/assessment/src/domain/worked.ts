import { Decimal, shown } from './arithmetic.js';

/**
 * A value together with the arithmetic that leads to it, so that what a receipt prints is what was computed.
 * `text` holds only numbers, `+ - × ÷ ^`, brackets, `ln(…)`, `lg(…)` and `e`, with the usual precedence: a person can type it
 * into a calculator.
 */
export interface Worked {
  readonly value: Decimal;
  readonly text: string;
  /** A power or a logarithm binds tighter than a product. */
  readonly form: 'number' | 'power' | 'product' | 'sum';
  /** False when a number in the text was cut, so that a calculator comes near the value and not to it. */
  readonly exact: boolean;
}

/** A number as it stands. */
export function given(value: Decimal | string): Worked {
  const number = typeof value === 'object' && value.constructor === Decimal ? value : new Decimal(value);
  return { value: number, ...shown(number), form: 'number' };
}

const bracketed = (operand: Worked): string => `(${operand.text})`;
const isNegativeNumber = (operand: Worked): boolean => operand.form === 'number' && operand.value.isNegative();

const asFactor = (operand: Worked): string =>
  operand.form === 'sum' || isNegativeNumber(operand) ? bracketed(operand) : operand.text;
const asDivisor = (operand: Worked): string => (operand.form === 'product' ? bracketed(operand) : asFactor(operand));
const asAddend = (operand: Worked): string => (isNegativeNumber(operand) ? bracketed(operand) : operand.text);
const asSubtrahend = (operand: Worked): string => (operand.form === 'sum' ? bracketed(operand) : asAddend(operand));

export const plus = (a: Worked, b: Worked): Worked => ({
  value: a.value.plus(b.value),
  text: `${a.text}+${asAddend(b)}`,
  form: 'sum',
  exact: a.exact && b.exact,
});

export const minus = (a: Worked, b: Worked): Worked => ({
  value: a.value.minus(b.value),
  text: `${a.text}-${asSubtrahend(b)}`,
  form: 'sum',
  exact: a.exact && b.exact,
});

export const times = (a: Worked, b: Worked): Worked => ({
  value: a.value.times(b.value),
  text: `${asFactor(a)}×${b.form === 'product' ? bracketed(b) : asFactor(b)}`,
  form: 'product',
  exact: a.exact && b.exact,
});

/** The caller makes sure that the divisor isn't zero: what a zero means is the scheme's decision, not arithmetic's. */
export const over = (a: Worked, b: Worked): Worked => ({
  value: a.value.dividedBy(b.value),
  text: `${asFactor(a)}÷${asDivisor(b)}`,
  form: 'product',
  exact: a.exact && b.exact,
});

const asBase = (operand: Worked): string =>
  operand.form === 'number' && !operand.value.isNegative() ? operand.text : bracketed(operand);

/** A power. The caller makes sure that there is one, and a number of it that can be written down. */
export const raised = (base: Worked | 'e', exponent: Worked): Worked => ({
  value: base === 'e' ? exponent.value.exp() : base.value.pow(exponent.value),
  text: `${base === 'e' ? base : asBase(base)}^${asBase(exponent)}`,
  form: 'power',
  exact: (base === 'e' || base.exact) && exponent.exact,
});

/** A logarithm, natural or to the base of ten, of a number above zero. */
export const logarithm = (of: Worked, base: 'e' | '10'): Worked => ({
  value: base === 'e' ? of.value.ln() : of.value.log(10),
  text: `${base === 'e' ? 'ln' : 'lg'}(${of.text})`,
  form: 'power',
  exact: of.exact,
});

/** The terms added up in their order; zero when there are none. */
export const sumOf = (terms: readonly Worked[]): Worked => terms.slice(1).reduce(plus, terms[0] ?? given('0'));

/** More terms than this are not spelt out: nobody types in two hundred numbers. */
const SPELT_TERMS = 12;

/** The sum of what may be very many terms: spelt out as long as they are few, else one number. */
export const totalOf = (terms: readonly Worked[]): Worked =>
  terms.length > SPELT_TERMS ? given(terms.reduce((sum, { value }) => sum.plus(value), new Decimal(0))) : sumOf(terms);

/** `=` and the result, or `≈` where the result or a number before it was cut; nothing for a number alone. */
export function equation({ form, text, value, exact }: Worked): string | undefined {
  if (form === 'number') return undefined;
  const result = shown(value);
  return `${text}${exact && result.exact ? '=' : '≈'}${result.text}`;
}
