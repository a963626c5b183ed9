import { type Subject } from './figures.js';
import { type Indicator, type StandIn } from './scheme.js';
import { type LeafTerms } from './score-leaf.js';
import { type Scored } from './scorecard.js';
import { settle } from './settle.js';
import { meanOf } from './sources/several.js';
import { type Worked, given } from './worked.js';

/** A subject's score on an indicator, with the circle in which it is compared. */
export interface ScoredSubject {
  readonly subject: Subject;
  readonly circle: string;
  readonly terms: LeafTerms;
  readonly scored: Scored;
}

/** The scores by the subjects' codes; where the indicator doesn't apply, what the scheme gives instead if it does. */
export function withStandIns(indicator: Indicator, rows: readonly ScoredSubject[]): ReadonlyMap<string, Scored> {
  const { whenNotApplicable: rule } = indicator;
  return new Map(
    rows.map((row) => [
      row.subject.unit.code,
      rule === undefined || row.scored.value !== undefined ? row.scored : standIn(rule, row, rows),
    ]),
  );
}

function standIn(rule: StandIn, { scored, terms, circle }: ScoredSubject, rows: readonly ScoredSubject[]): Scored {
  const worked = pointsBy(rule, scored, () =>
    rows.flatMap((row) => (row.circle === circle && row.scored.value ? [given(row.scored.value)] : [])),
  );
  if (!worked) return scored;
  const because = [scored.receipt.formula, rule === 'mean' ? '按方案取其他对象得分的平均' : '按方案给分'].join('，');
  const { value, score, formula } = settle({ worked, because }, UNBOUNDED, [], terms.rounding);
  return { ...scored, value, receipt: { ...scored.receipt, score, formula } };
}

const UNBOUNDED = { cap: 'none', floor: 'none' } as const;

/** Undefined where there is nobody whose mean it could be. */
function pointsBy(rule: StandIn, { points }: Scored, others: () => readonly Worked[]): Worked | undefined {
  if (typeof rule === 'object') return given(rule.points);
  if (rule !== 'mean') return given(rule === 'full' ? points : '0');
  const scores = others();
  return scores.length > 0 ? meanOf(scores) : undefined;
}
