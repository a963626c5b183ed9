import { Decimal } from 'decimal.js';
import { calculateExactly } from './calculator.js';

const ROUNDING = {
  四舍五入: Decimal.ROUND_HALF_UP,
  四舍六入五成双: Decimal.ROUND_HALF_EVEN,
  截尾: Decimal.ROUND_DOWN,
  进一: Decimal.ROUND_UP,
} as const;

/** What a receipt has come to so far, and how far off it may be where a number in it was cut. */
interface Sum {
  readonly value: Decimal;
  readonly doubt: Decimal;
}

class Fault extends Error {}

const ARITHMETIC = '[-\\d.+×÷^()elng]+';
const NUMBER = '-?[\\d.]+';
const HOW = Object.keys(ROUNDING).join('|');

/** A division without an end leaves a hair; twenty places are what a receipt's own arithmetic is held to. */
const snap = (value: Decimal): Decimal => value.toDecimalPlaces(20);
const slackOf = (value: Decimal): Decimal => Decimal.max(1, value.abs()).times('1e-6');

/** An equation is calculated: `=` has to be exact, `≈` near. */
function equated(expression: string, sign: string, stated: string): Sum {
  const value = snap(calculateExactly(expression));
  const doubt = sign === '=' ? new Decimal(0) : slackOf(value);
  if (value.minus(stated).abs().gt(doubt)) throw new Fault(`a calculator comes to ${value.toFixed()}`);
  return { value, doubt };
}

/** `7÷9≈0.77777778`, `约 0.77777778` or `0.5`. */
function numbered(text: string): Sum {
  const [, expression, sign = '', stated = ''] = new RegExp(`^(${ARITHMETIC})([=≈])(${NUMBER})$`).exec(text) ?? [];
  if (expression !== undefined) return equated(expression, sign, stated);
  const value = new Decimal(text.replace('约 ', ''));
  return { value, doubt: text.startsWith('约') ? slackOf(value) : new Decimal(0) };
}

function held(before: Sum | undefined, kind: string, at: Sum): Sum {
  const room = before && before.doubt.plus(at.doubt);
  const isBeyond =
    !before ||
    !room ||
    (kind === '封顶' ? before.value.plus(room).gt(at.value) : before.value.minus(room).lt(at.value));
  if (!isBeyond) throw new Fault(`${before.value.toFixed()} is not beyond it`);
  return at;
}

function rounded({ value, doubt }: Sum, how: string, stated: string): void {
  const mode = how === '' ? undefined : ROUNDING[how as keyof typeof ROUNDING];
  const written = stated.split('.')[1]?.length ?? 0;
  const places = mode === undefined ? Math.max(8, written) : written;
  const round = (of: Decimal) => of.toDecimalPlaces(places, mode ?? Decimal.ROUND_HALF_UP);
  const isPossible = [value, value.minus(doubt), value.plus(doubt)].some((each) => round(each).equals(stated));
  if (!isPossible && round(value).minus(stated).abs().gt(doubt)) {
    throw new Fault(`${value.toFixed()} comes to ${round(value).toFixed()}`);
  }
}

/** A number that was rounded, bounded or shared out before it was used. */
function taken({ value, doubt }: Sum, how: string, to: string): void {
  if (how in ROUNDING) rounded({ value, doubt }, how, to);
  // A share by largest remainder is off its exact part by less than one.
  else if (how === '最大余额法' && value.minus(to).abs().gte(1))
    throw new Fault(`${value.toFixed()} is too far from ${to}`);
  else if (how === '封顶' || how === '保底') held({ value, doubt }, how, numbered(to));
}

/** Reads one clause after what came before it. */
function read(clause: string, before: Sum | undefined): Sum | undefined {
  const match = (pattern: string) => new RegExp(pattern).exec(clause)?.map((group) => group ?? '');
  const [, expression, sign = '', stated = ''] = match(`^(${ARITHMETIC})([=≈])(${NUMBER})$`) ?? [];
  if (expression !== undefined) return equated(expression, sign, stated);
  const [, part, how = '', to = ''] =
    match(`(${ARITHMETIC}[=≈]${NUMBER}) (${HOW}|封顶|保底|最大余额法)取 (${NUMBER})$`) ?? [];
  if (part !== undefined) taken(numbered(part), how, to);
  const [, about, counted = ''] = match(`^(约?)计 (${NUMBER}) 分$`) ?? [];
  if (about !== undefined) return numbered(about === '' ? counted : `约 ${counted}`);
  const [, kind, at = ''] = match(`^(封顶|保底) (.+) 分$`) ?? [];
  if (kind !== undefined) return held(before, kind, numbered(at));
  const [, set] = match(`定为 (.+) 分$`) ?? [];
  if (set !== undefined) return numbered(set);
  const [, way, result = ''] = match(`^(${HOW}|)得 (${NUMBER}) 分$`) ?? [];
  if (way !== undefined && before) rounded(before, way, result);
  return before;
}

/**
 * Goes through a receipt clause by clause, as a person with a calculator would: every equation, every bound, the rounding.
 * @returns the first thing that doesn't add up, or undefined.
 */
export function faultOf(formula: string): string | undefined {
  let sum: Sum | undefined;
  for (const clause of formula.split('，')) {
    try {
      sum = read(clause, sum);
    } catch (fault) {
      if (fault instanceof Fault) return `${clause}: ${fault.message}`;
      throw fault;
    }
  }
  return undefined;
}
