import { Decimal } from 'decimal.js';

const Precise = Decimal.clone({ precision: 60 });

/**
 * A pocket calculator for the arithmetic in receipts: numbers, `+ - × ÷ ^`, brackets, `ln(…)`, `lg(…)` and `e`, the usual
 * precedence. It shares nothing with the code that writes the receipts, so that it can contradict them.
 * @throws SyntaxError for anything else.
 */
export function calculateExactly(text: string): Decimal {
  const tokens = text.match(/\d+(\.\d+)?|[-+×÷^()e]|ln|lg/g) ?? [];
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
    let value = power();
    while (tokens[at] === '×' || tokens[at] === '÷') {
      value = next() === '×' ? value.times(power()) : value.dividedBy(power());
    }
    return value;
  };
  const power = (): Decimal => {
    const base = factor();
    if (tokens[at] !== '^') return base;
    next();
    return base.pow(factor());
  };
  const factor = (): Decimal => {
    const token = next();
    if (token === '-') return factor().negated();
    if (token === 'ln') return factor().ln();
    if (token === 'lg') return factor().log(10);
    if (token === 'e') return Precise.exp(1);
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
  const found = /(?:^|，)([-\d.+×÷^()elng]+)[=≈](-?[\d.]+)/.exec(formula);
  return found ? { expression: found[1] as string, stated: Number(found[2]) } : undefined;
}
