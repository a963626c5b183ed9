import { type UnitCode } from '#libs/values';
import { type Reading } from './figures.js';
import { type Measured, type Target, type ZeroRule } from './scheme.js';
import { type Worked, given, over } from './worked.js';

/**
 * What an indicator finds at a unit: a value for its shape (with the target it was divided by), a score that a zero
 * rule gives without the shape, or that the indicator doesn't apply.
 */
export type Measurement =
  | {
      readonly kind: 'value';
      readonly value: Worked;
      readonly measured: Worked;
      readonly target?: Worked;
      readonly printed: string;
    }
  | { readonly kind: 'ruled'; readonly worked: Worked; readonly because: string; readonly target?: Worked }
  | { readonly kind: 'not-applicable'; readonly because: string };

/** @throws RangeError when a rate comes without a zero rule, which `validateScheme` excludes. */
export function measure(indicator: Measured, reading: Reading, unit: UnitCode): Measurement {
  const plain = plainValue(indicator, reading);
  if (plain.kind !== 'value' || !indicator.target) return plain;
  const target = targetOf(indicator.target, unit);
  if (target === 'none') return { kind: 'not-applicable', because: '未设目标，不参与本项' };
  const goal = given(target);
  if (goal.value.isZero()) {
    return byZeroRule(indicator.target.zeroTarget, indicator.points, '目标为 0', goal);
  }
  const measured = over(plain.value, goal);
  return { kind: 'value', value: plain.value, measured, target: goal, printed: percent(measured) };
}

function plainValue(indicator: Measured, reading: Reading): Measurement {
  if (reading.kind === 'quantity') {
    const value = given(reading.quantity.value);
    return { kind: 'value', value, measured: value, printed: value.text };
  }
  if (reading.kind !== 'rate') throw new RangeError(`indicator ${indicator.code} can't be measured by ${reading.kind}`);
  const denominator = given(reading.denominator.value);
  if (denominator.value.isZero()) {
    const rule = indicator.source.zeroDenominator;
    if (rule === undefined) throw new RangeError(`indicator ${indicator.code} has no rule for a zero denominator`);
    return byZeroRule(rule, indicator.points, `分母“${reading.denominator.name}”为 0`);
  }
  const value = over(given(reading.numerator.value), denominator);
  return { kind: 'value', value, measured: value, printed: percent(value) };
}

function byZeroRule(rule: ZeroRule, points: string, fact: string, target?: Worked): Measurement {
  if (rule === 'not-applicable') return { kind: 'not-applicable', because: `${fact}，不参与本项` };
  const score = rule === 'zero' ? '0' : rule === 'full' ? points : rule.points;
  const worked = given(score);
  return { kind: 'ruled', worked, because: `${fact}，按方案定为 ${worked.text} 分`, target };
}

const targetOf = ({ each, units }: Target, unit: UnitCode): string =>
  (units && Object.hasOwn(units, unit) ? units[unit] : undefined) ?? each;

const percent = ({ value }: Worked): string => `${value.times(100).toDecimalPlaces(2).toFixed()}%`;
