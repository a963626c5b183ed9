import { Decimal } from 'decimal.js';

const Precise = Decimal.clone({ precision: 60 });

/**
 * A pocket calculator for the arithmetic in receipts: numbers, `+ - × ÷` and brackets, the usual precedence. It shares
 * nothing with the code that writes the receipts, so that it can contradict them.
 * @throws SyntaxError for anything else.
 */
export function calculateExactly(text: string): Decimal {
  const tokens = text.match(/\d+(\.\d+)?|[-+×÷()]/g) ?? [];
  if (tokens.join('') !== text) throw new SyntaxError(`not plain arithmetic: ${text}`);
  let at = 0;
  const next = () => tokens[at++];
  const sum = (): Decimal => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '-') {
      value = next() === '+' ? value.plus(product()) : value.minus(product());
    }
    return value;
  };
  const product = (): Decimal => {
    let value = factor();
    while (tokens[at] === '×' || tokens[at] === '÷') {
      value = next() === '×' ? value.times(factor()) : value.dividedBy(factor());
    }
    return value;
  };
  const factor = (): Decimal => {
    const token = next();
    if (token === '-') return factor().negated();
    if (token === '(') {
      const value = sum();
      if (next() !== ')') throw new SyntaxError(`unclosed bracket: ${text}`);
      return value;
    }
    if (token === undefined || !/^\d/.test(token)) throw new SyntaxError(`a number is missing: ${text}`);
    return new Precise(token);
  };
  const value = sum();
  if (at !== tokens.length) throw new SyntaxError(`unexpected ${tokens[at]}: ${text}`);
  return value;
}

/** What a calculator with floating point shows. */
export const calculate = (text: string): number => calculateExactly(text).toNumber();

/** A receipt's arithmetic and the figure it states: `45÷52×25≈21.63461538，…` is 45÷52×25 and 21.63461538. */
export function statedArithmetic(formula: string): { expression: string; stated: number } | undefined {
  const found = /(?:^|，)([-\d.+×÷()]+)[=≈](-?[\d.]+)/.exec(formula);
  return found ? { expression: found[1] as string, stated: Number(found[2]) } : undefined;
}

const ROUNDING = {
  四舍五入: Decimal.ROUND_HALF_UP,
  四舍六入五成双: Decimal.ROUND_HALF_EVEN,
  截尾: Decimal.ROUND_DOWN,
  进一: Decimal.ROUND_UP,
  '': undefined,
} as const;

/** A division without an end leaves a hair; twenty places are what a receipt's own arithmetic is held to. */
const snap = (value: Decimal): Decimal => value.toDecimalPlaces(20);

/**
 * Goes through a receipt clause by clause, as a person with a calculator would: every equation, every bound, the rounding.
 * @returns the first thing that doesn't add up, or undefined.
 */
export function faultOf(formula: string): string | undefined {
  let value: Decimal | undefined;
  for (const clause of formula.split('，')) {
    const equation = /^([-\d.+×÷()]+)([=≈])(-?[\d.]+)$/.exec(clause);
    const bound = /^(封顶|保底) (-?[\d.]+) 分$/.exec(clause);
    const set = /定为 (-?[\d.]+) 分$/.exec(clause);
    const result = /^(四舍五入|四舍六入五成双|截尾|进一|)得 (-?[\d.]+) 分$/.exec(clause);
    if (equation) {
      const [, expression = '', sign, stated = ''] = equation;
      const calculated = snap(calculateExactly(expression));
      const near = calculated.minus(stated).abs();
      if (sign === '=' ? !near.isZero() : near.gt(Decimal.max(1, calculated.abs()).times('1e-6'))) {
        return `${clause}: a calculator comes to ${calculated.toFixed()}`;
      }
      value = sign === '=' ? new Decimal(stated) : calculated;
    } else if (bound) {
      const [, kind, at = ''] = bound;
      const isBeyond = value && (kind === '封顶' ? value.gt(at) : value.lt(at));
      if (value && !isBeyond) return `${clause}: ${value.toFixed()} is not beyond it`;
      value = new Decimal(at);
    } else if (set) value = new Decimal(set[1] ?? '');
    else if (result && value) {
      const [, how = '', score = ''] = result;
      const mode = ROUNDING[how as keyof typeof ROUNDING];
      const places = score.split('.')[1]?.length ?? 0;
      const rounded = value.toDecimalPlaces(mode === undefined ? 8 : places, mode ?? Decimal.ROUND_HALF_UP);
      if (!rounded.equals(score)) return `${clause}: ${value.toFixed()} comes to ${rounded.toFixed()}`;
    }
  }
  return undefined;
}
