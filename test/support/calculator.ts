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

/** A number was rounded before it was used, or held at a bound. */
function isTaken(from: Decimal, how = '', to = ''): boolean {
  if (how === '封顶') return from.gt(to);
  if (how === '保底') return from.lt(to);
  const mode = ROUNDING[how as keyof typeof ROUNDING];
  const nearest = from.toDecimalPlaces(to.split('.')[1]?.length ?? 0, mode ?? Decimal.ROUND_HALF_UP);
  // A share by largest remainder is off its exact part by less than one in the last place.
  return mode === undefined ? from.minus(to).abs().lt(1) : nearest.equals(to);
}

/** A division without an end leaves a hair; twenty places are what a receipt's own arithmetic is held to. */
const snap = (value: Decimal): Decimal => value.toDecimalPlaces(20);

/**
 * Goes through a receipt clause by clause, as a person with a calculator would: every equation, every bound, the rounding.
 * @returns the first thing that doesn't add up, or undefined.
 */
export function faultOf(formula: string): string | undefined {
  let value: Decimal | undefined;
  let doubt = new Decimal(0);
  for (const clause of formula.split('，')) {
    const equation = /^([-\d.+×÷()]+)([=≈])(-?[\d.]+)$/.exec(clause);
    const taken =
      /([-\d.+×÷()]+)([=≈])(-?[\d.]+) (四舍五入|四舍六入五成双|截尾|进一|封顶|保底|最大余额法)取 (-?[\d.]+)$/.exec(
        clause,
      );
    const plain = /^计 (-?[\d.]+) 分$/.exec(clause);
    const bound = /^(封顶|保底) (-?[\d.]+) 分$/.exec(clause);
    const set = /定为 (-?[\d.]+) 分$/.exec(clause);
    const result = /^(四舍五入|四舍六入五成双|截尾|进一|)得 (-?[\d.]+) 分$/.exec(clause);
    if (equation ?? taken) {
      const [, expression = '', sign, stated = ''] = equation ?? taken ?? [];
      const calculated = snap(calculateExactly(expression));
      const near = calculated.minus(stated).abs();
      const slack = sign === '=' ? new Decimal(0) : Decimal.max(1, calculated.abs()).times('1e-6');
      if (near.gt(slack)) {
        return `${clause}: a calculator comes to ${calculated.toFixed()}`;
      }
      const result = sign === '=' ? new Decimal(stated) : calculated;
      if (equation) [value, doubt] = [result, slack];
      else if (!isTaken(result, taken?.[4], taken?.[5])) return `${clause}: ${result.toFixed()} is taken otherwise`;
    } else if (plain) value = new Decimal(plain[1] ?? '');
    else if (bound) {
      const [, kind, at = ''] = bound;
      const isBeyond = value && (kind === '封顶' ? value.gt(at) : value.lt(at));
      if (value && !isBeyond) return `${clause}: ${value.toFixed()} is not beyond it`;
      value = new Decimal(at);
    } else if (set) value = new Decimal(set[1] ?? '');
    else if (result && value) {
      const [, how = '', score = ''] = result;
      const mode = ROUNDING[how as keyof typeof ROUNDING];
      const places = score.split('.')[1]?.length ?? 0;
      const round = (of: Decimal) => of.toDecimalPlaces(mode === undefined ? 8 : places, mode ?? Decimal.ROUND_HALF_UP);
      const possible = [value, value.minus(doubt), value.plus(doubt)];
      const isNear = mode === undefined && round(value).minus(score).abs().lte(doubt);
      if (!isNear && !possible.some((each) => round(each).equals(score))) {
        return `${clause}: ${value.toFixed()} comes to ${round(value).toFixed()}`;
      }
    }
  }
  return undefined;
}
