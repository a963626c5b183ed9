import { type Decimal, ROUNDING_WORDS, type RoundingRule, round, show, shown, snap } from './arithmetic.js';
import { type Bounds, boundOn } from './bounds.js';
import { type Award } from './shapes/index.js';
import { type Worked, equation, given, plus, times } from './worked.js';

/** A score after bounds, rules and rounding: what counts further up, how it is printed, and the sentence that leads to it. */
export interface Settled {
  readonly value: Decimal;
  readonly rounded: Decimal;
  readonly score: string;
  readonly formula: string;
}

/** A rule whose condition holds, with the number that it applies. */
export interface Step {
  readonly kind: 'points' | 'multiply' | 'add' | 'cap' | 'floor';
  readonly by: Worked;
  readonly reason: string;
}

/** An indicator's score: bounded, changed by the rules that hold, rounded unless it stays exact. */
export function settle(
  award: Award,
  bounds: Bounds,
  steps: readonly Step[],
  rounding: RoundingRule | 'exact',
): Settled {
  const after = changed(award, bounds, steps);
  if (rounding !== 'exact') return printed(after, rounding);
  const { value, clauses } = after;
  const score = show(value);
  return { value, rounded: value, score, formula: [...clauses, `得 ${score} 分`].join('，') };
}

/** A scheme's total: printed to its places whichever stage rounds, exact in `value`. */
export function settleTotal(award: Award, steps: readonly Step[], rounding: RoundingRule): Settled {
  const after = changed(award, { cap: 'none', floor: 'none' }, steps);
  return { ...printed(after, rounding), value: snap(after.value) };
}

function printed({ value: exact, clauses, isStated }: Changed, rounding: RoundingRule): Settled {
  const value = round(exact, rounding);
  const score = value.toFixed(rounding.places);
  const isCut = !snap(exact).equals(value);
  const before = isCut && !isStated ? [counted(exact)] : [];
  const how = isCut ? ROUNDING_WORDS[rounding.mode] : '';
  return { value, rounded: value, score, formula: [...clauses, ...before, `${how}得 ${score} 分`].join('，') };
}

function counted(value: Decimal): string {
  const { text, exact } = shown(value);
  return `${exact ? '计' : '约计'} ${text} 分`;
}

interface Changed {
  readonly value: Decimal;
  readonly clauses: readonly string[];
  /** Whether the value stands in the clauses already. */
  readonly isStated: boolean;
}

function changed({ worked, because }: Award, bounds: Bounds, steps: readonly Step[]): Changed {
  const made = equation(worked);
  const clauses = [because, made].filter((clause) => clause !== undefined);
  let isStated = made !== undefined;
  let value = worked.value;
  const state = (clause: string): void => {
    if (!isStated) clauses.push(counted(value));
    clauses.push(clause);
    isStated = true;
  };
  const held = boundOn(value, bounds);
  if (held) state(`${held.word} ${stated(given(held.at))} 分`);
  if (held) value = held.at;
  for (const step of steps) {
    const { after, clause } = STEPS[step.kind](given(value), step.by);
    if (clause !== undefined) {
      clauses.push(step.reason);
      state(clause);
    }
    value = after.value;
  }
  return { value, clauses, isStated };
}

/** A value within bounds. */
export const within = (value: Decimal, bounds: Bounds): Decimal => boundOn(value, bounds)?.at ?? value;

/** What a value becomes by a rule. */
export const stepped = (value: Decimal, { kind, by }: Step): Decimal => STEPS[kind](given(value), by).after.value;

/** A number with the arithmetic that led to it, and a sign where it had to be cut. */
const stated = (worked: Worked): string => equation(worked) ?? `${worked.exact ? '' : '约 '}${worked.text}`;

type Change = (before: Worked, by: Worked) => { readonly after: Worked; readonly clause: string | undefined };

const calculated = (after: Worked): { after: Worked; clause: string | undefined } => ({
  after,
  clause: equation(after),
});

/** A bound that doesn't hold anything changes nothing and needs no words. */
const bounding =
  (side: keyof Bounds): Change =>
  (before, by) => {
    const held = boundOn(before.value, { cap: 'none', floor: 'none', [side]: by.value.toFixed() });
    return { after: held ? by : before, clause: held && `${held.word} ${stated(by)} 分` };
  };

const STEPS: Readonly<Record<Step['kind'], Change>> = {
  points: (_before, by) => ({ after: by, clause: `定为 ${stated(by)} 分` }),
  multiply: (before, by) => calculated(times(before, by)),
  add: (before, by) => calculated(plus(before, by)),
  cap: bounding('cap'),
  floor: bounding('floor'),
};
