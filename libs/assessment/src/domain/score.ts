import { combine } from './combine.js';
import { type Field, fieldOf } from './field.js';
import { type Subject } from './figures.js';
import { rank } from './rank.js';
import { type Composite, type Indicator, type Scheme, isComposite, leavesOf } from './scheme.js';
import { scoreLeaf } from './score-leaf.js';
import { type Scorecard, type Scored } from './scorecard.js';
import { settle, settleTotal } from './settle.js';

/**
 * Scores every subject by the scheme: one scorecard each, best first. Pure. Subjects are compared with one another, so
 * all of them have to be there, each with a reading for every leaf.
 * @throws RangeError when a reading is missing, or for a scheme that `validateScheme` refuses.
 */
export function scoreScheme(scheme: Scheme, subjects: readonly Subject[]): Scorecard[] {
  const fields = new Map(leavesOf(scheme.indicators).map((leaf) => [leaf.code, fieldOf(leaf, subjects)]));
  const units = subjects.map(({ unit }) => {
    const parts = scheme.indicators.map((indicator) => scoreIndicator(scheme, indicator, fields, unit.code));
    const whole = { combine: 'sum', base: '0' } as const;
    return { unit, code: unit.code, parts, total: settleTotal(combine(whole, parts, scheme), scheme.rounding) };
  });
  return rank(units, scheme.ties).map(({ rank: place, unit, total, parts }) => ({
    rank: place,
    unit,
    total: total.score,
    formula: total.formula,
    indicators: parts.map(({ receipt }) => receipt),
  }));
}

function scoreIndicator(
  scheme: Scheme,
  indicator: Indicator,
  fields: ReadonlyMap<string, Field>,
  unit: string,
): Scored {
  if (isComposite(indicator)) {
    const parts = indicator.parts.map((part) => scoreIndicator(scheme, part, fields, unit));
    return scoreBranch(scheme, indicator, parts);
  }
  const field = fields.get(indicator.code);
  if (!field) throw new RangeError(`indicator ${indicator.code} was not measured`);
  return scoreLeaf(indicator, field, unit, scheme.rounding);
}

function scoreBranch(scheme: Scheme, indicator: Composite, parts: readonly Scored[]): Scored {
  const { code, name, role, points } = indicator;
  const receipts = parts.map(({ receipt }) => receipt);
  const about = { code, name, role, points, value: null, inputs: [], parts: receipts };
  if (parts.every(({ value }) => value === undefined)) {
    const receipt = { ...about, score: null, formula: '各分项均不参与，本项不参与' };
    return { indicator, value: undefined, receipt };
  }
  const { value, score, formula } = settle(combine(indicator, parts, scheme), indicator, scheme.rounding);
  return { indicator, value, receipt: { ...about, score, formula } };
}
