import { amount, code, oneOf, record, satisfies } from '../checks.js';
import { compare } from '../arithmetic.js';
import { given, over } from '../worked.js';
import { type Found, foundNumber, ruleMissing, ruleZero } from './found.js';
import { missingRule, unitCode, zeroRule } from './forms.js';
import { metricBounds } from './metric-bounds.js';
import { type SourceRule } from './rule.js';
import { type CertifiedSource, type DiscretionarySource, type MetricSource, type RegisterSource } from './source.js';

export const metric: SourceRule<MetricSource> = {
  check: () => record({ kind: oneOf('metric'), metric: code }, { ...metricBounds, zeroDenominator: zeroRule }),

  find(source, at, ground): Found {
    const reading = ground.read(source, at);
    if (reading.kind === 'quantity') return foundNumber(given(reading.quantity.value), [reading.quantity]);
    if (reading.kind !== 'rate') throw new RangeError(`metric ${source.metric} was answered by ${reading.kind}`);
    const { numerator, denominator } = reading;
    const divisor = given(denominator.value);
    if (divisor.value.isZero()) {
      if (source.zeroDenominator === undefined)
        throw new RangeError(`${source.metric} has no rule for a zero denominator`);
      return ruleZero(source.zeroDenominator, `分母“${denominator.name}”为 0`, [numerator, denominator]);
    }
    return foundNumber(over(given(numerator.value), divisor), [numerator, denominator], { isRate: true });
  },
};

export const certified: SourceRule<CertifiedSource> = {
  check: () =>
    record(
      { kind: oneOf('certified'), input: code, by: unitCode, missing: missingRule },
      { common: satisfies((value) => value === true, ' true（全体对象共用一个数），不共用的不写', { const: true }) },
    ),

  find(source, at, ground): Found {
    const reading = ground.read(source, at);
    if (reading.kind === 'missing') return ruleMissing(source.missing, `“${source.input}”`);
    if (reading.kind !== 'quantity') throw new RangeError(`input ${source.input} was answered by ${reading.kind}`);
    return foundNumber(given(reading.quantity.value), [reading.quantity]);
  },
};

export const discretionary: SourceRule<DiscretionarySource> = {
  check: () =>
    record({
      kind: oneOf('discretionary'),
      input: code,
      by: unitCode,
      range: record({ from: amount(), to: amount() }),
      missing: missingRule,
    }),

  find(source, at, ground): Found {
    const reading = ground.read(source, at);
    if (reading.kind === 'missing') return ruleMissing(source.missing, `“${source.input}”`);
    if (reading.kind !== 'quantity') throw new RangeError(`input ${source.input} was answered by ${reading.kind}`);
    const { from, to } = source.range;
    const entered = given(reading.quantity.value);
    const held =
      compare(entered.value, given(to).value) > 0
        ? to
        : compare(entered.value, given(from).value) < 0
          ? from
          : undefined;
    const reason = reading.quantity.reason === undefined ? undefined : `理由：${reading.quantity.reason}`;
    if (held === undefined) return foundNumber(entered, [reading.quantity], { because: reason });
    return foundNumber(given(held), [reading.quantity], {
      because: `${entered.text} 超出 ${from} 至 ${to} 的范围，取 ${held}`,
    });
  },
};

export const register: SourceRule<RegisterSource> = {
  check: () => record({ kind: oneOf('register'), metric: code, of: oneOf('year', 'period'), missing: missingRule }),

  find(source, at, ground): Found {
    const reading = ground.read(source, at);
    if (reading.kind === 'missing') return ruleMissing(source.missing, `“${source.metric}”的目标`);
    if (reading.kind !== 'quantity') throw new RangeError(`target ${source.metric} was answered by ${reading.kind}`);
    return foundNumber(given(reading.quantity.value), [reading.quantity]);
  },
};
