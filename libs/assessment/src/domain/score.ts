import { combine } from './combine.js';
import { type Subject } from './figures.js';
import { circleOf } from './ground.js';
import { type Judged, type Row, judgeOutcomes } from './outcome/judge-outcomes.js';
import { rank } from './rank.js';
import { applyRules } from './rules.js';
import { type Scheme } from './scheme.js';
import { type Scorecard } from './scorecard.js';
import { scoringOf } from './scoring.js';
import { settleTotal } from './settle.js';

/**
 * Scores every subject by the scheme: one scorecard each, best first, group by group where groups are ranked apart. Pure.
 * Subjects are compared with one another, so all of them have to be there, each with the answers to `questionsOf(scheme)`.
 * @throws RangeError when an answer is missing or of another kind than was asked for, when a number that the scheme can't
 * do without (`missing: refuse`) was not certified, or for a scheme that `validateScheme` refuses.
 */
export function scoreScheme(scheme: Scheme, subjects: readonly Subject[]): Scorecard[] {
  const { ground, scoresOf } = scoringOf(scheme, subjects);
  const standings = subjects.map((subject) => {
    const parts = scheme.indicators.flatMap(({ code }) => scoresOf(code).get(subject.unit.code) ?? []);
    const rules = applyRules(scheme.rules ?? [], { subject }, ground);
    const steps = rules.kind === 'steps' ? rules.steps : [];
    const total = settleTotal(combine({ combine: 'sum', base: '0' }, parts, scheme), steps, scheme.rounding);
    return { subject, code: subject.unit.code, parts, total };
  });
  const circles = Map.groupBy(standings, ({ subject }) => circleOf(scheme, 'ranked')(subject));
  return [...circles.values()].flatMap((circle) =>
    judgeOutcomes(scheme, rank(circle, scheme.ties), ground).map(cardOf),
  );
}

function cardOf({ row: { subject, total, parts }, rank, outcome }: Judged<Row>): Scorecard {
  return {
    rank,
    unit: subject.unit,
    ...(subject.group !== undefined && { group: subject.group }),
    total: total.score,
    formula: total.formula,
    indicators: parts.map(({ receipt }) => receipt),
    ...(outcome && { outcome }),
  };
}
