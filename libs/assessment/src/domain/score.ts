import { type Decimal } from './arithmetic.js';
import { combine } from './combine.js';
import { type Subject } from './figures.js';
import { circleOf } from './ground.js';
import { type Judged, type Row, judgeOutcomes } from './outcome/judge-outcomes.js';
import { rank } from './rank.js';
import { applyRules } from './rules.js';
import { type Scheme, type TieBreaker } from './scheme.js';
import { type Scorecard, type Scored } from './scorecard.js';
import { type Scoring, scoringOf } from './scoring.js';
import { settleTotal } from './settle.js';

/**
 * Scores every subject by the scheme: one scorecard each, best first, group by group where groups are ranked apart. Pure.
 * Subjects are compared with one another, so all of them have to be there, each with the answers to `questionsOf(scheme)`.
 * @throws RangeError when an answer is missing or of another kind than was asked for, when a number that the scheme can't
 * do without (`missing: refuse`) was not certified, or for a scheme that `validateScheme` refuses.
 */
export function scoreScheme(scheme: Scheme, subjects: readonly Subject[]): Scorecard[] {
  const scoring = scoringOf(scheme, subjects);
  const { ground, scoresOf } = scoring;
  const standings = subjects.map((subject) => {
    const parts = scheme.indicators.flatMap(({ code }) => scoresOf(code).get(subject.unit.code) ?? []);
    const award = combine({ combine: 'sum', base: '0' }, parts, scheme.notApplicable);
    const rules = applyRules(scheme.rules ?? [], { subject }, ground, award.worked.value);
    const steps = rules.kind === 'steps' ? rules.steps : [];
    const total = settleTotal(award, steps, scheme.rounding.total ?? scheme.rounding);
    const breakers = scheme.ties.breakers.map((breaker) => keyOf(breaker, subject, scoring));
    return { subject, code: subject.unit.code, parts, breakers, total };
  });
  const circles = Map.groupBy(standings, ({ subject }) => circleOf(scheme, 'ranked')(subject));
  return [...circles.values()].flatMap((circle) =>
    judgeOutcomes(scheme, rank(circle, scheme.ties, scheme.better ?? 'higher'), ground).map(cardOf),
  );
}

interface ScoredRow extends Row {
  readonly parts: readonly Scored[];
}

/** What a tie breaker goes by at a subject, the higher the better; undefined where it has no number. */
function keyOf(breaker: TieBreaker, subject: Subject, { ground, scoresOf }: Scoring): Decimal | undefined {
  if (typeof breaker === 'string') return scoresOf(breaker).get(subject.unit.code)?.value;
  const found = ground.find(breaker.of, { subject });
  if (found.kind !== 'value') return undefined;
  return breaker.better === 'higher' ? found.worked.value : found.worked.value.negated();
}

function cardOf({ row: { subject, total, parts }, rank, outcome }: Judged<ScoredRow>): Scorecard {
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
