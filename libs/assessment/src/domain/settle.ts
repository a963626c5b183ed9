import { type Decimal, Decimal as Exact, equalsSign, round, show, snap } from './arithmetic.js';
import { type Bound, type Rounding } from './scheme.js';
import { type Award } from './shapes/index.js';
import { type Worked } from './worked.js';

/** A score after cap, floor and rounding: what counts further up, how it is printed, and the sentence that leads to it. */
export interface Settled {
  readonly value: Decimal;
  readonly rounded: Decimal;
  readonly score: string;
  readonly formula: string;
}

interface Limits {
  readonly cap: Bound;
  readonly floor: Bound;
}

/** An indicator's score: bounded, and rounded only where the scheme rounds indicators. */
export function settle(award: Award, limits: Limits, rounding: Rounding): Settled {
  const { value, clause } = bounded(award.worked.value, limits);
  const rounded = round(value, rounding);
  if (rounding.stage === 'indicator') {
    const score = rounded.toFixed(rounding.places);
    return {
      value: rounded,
      rounded,
      score,
      formula: sentence(award, clause, result(value, rounded, score, rounding)),
    };
  }
  const score = show(value);
  return { value, rounded, score, formula: sentence(award, clause, `得 ${score} 分`) };
}

/** A scheme's total: printed to its places whichever stage rounds, exact in `value`. */
export function settleTotal(award: Award, rounding: Rounding): Settled {
  const value = snap(award.worked.value);
  const rounded = round(value, rounding);
  const score = rounded.toFixed(rounding.places);
  return { value, rounded, score, formula: sentence(award, undefined, result(value, rounded, score, rounding)) };
}

function bounded(value: Decimal, { cap, floor }: Limits): { value: Decimal; clause?: string } {
  if (cap !== 'none' && snap(value).gt(cap)) return { value: new Exact(cap), clause: `封顶 ${cap} 分` };
  if (floor !== 'none' && snap(value).lt(floor)) return { value: new Exact(floor), clause: `保底 ${floor} 分` };
  return { value };
}

const ROUNDING_WORDS = { 'half-up': '四舍五入', truncate: '截尾' } as const;

const result = (before: Decimal, after: Decimal, score: string, { mode }: Rounding): string =>
  snap(before).equals(after) ? `得 ${score} 分` : `${ROUNDING_WORDS[mode]}得 ${score} 分`;

const sentence = ({ because, worked }: Award, ...clauses: (string | undefined)[]): string =>
  [because, arithmetic(worked), ...clauses].filter((clause) => clause !== undefined).join('，');

/** A number alone needs no arithmetic: the result says it. */
const arithmetic = ({ form, text, value }: Worked): string | undefined =>
  form === 'number' ? undefined : `${text}${equalsSign(value)}${show(value)}`;
