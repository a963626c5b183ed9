import { refuseUnless } from '#libs/eventsourcing';
import { Decimal } from '#libs/values';
import { type CheckResult, type QualityScore, type ReviewFacts } from './admission.events.js';
import { type AdmissionRules, type Check, type Measure } from './rules.events.js';

/** What the reviewers say of a check that is judged, and how they score a criterion. */
export interface Judgement {
  readonly check: string;
  readonly passed: boolean;
  readonly note?: string;
}
export interface Scoring {
  readonly criterion: string;
  readonly score: number;
  readonly note?: string;
}

/** The two facts whose quotient, or the one that itself, is the measure. */
const FACTS: Record<Measure, { readonly of: keyof ReviewFacts; readonly per?: 'landMu' }> = {
  'investment-per-mu': { of: 'investment', per: 'landMu' },
  'tax-per-mu': { of: 'annualTax', per: 'landMu' },
  'annual-tax': { of: 'annualTax' },
  growth: { of: 'growth' },
};

const PLACES = 2;

/** Every check of the rules, computed or as judged. @throws Refusal when an answer or a fact is missing, or not asked for. */
export function checkResults(
  rules: AdmissionRules,
  facts: ReviewFacts,
  judgements: readonly Judgement[],
): CheckResult[] {
  const judged = rules.checks.filter(({ measure }) => measure === undefined).map(({ code }) => code);
  refuseMismatch(
    judgements.map(({ check }) => check),
    judged,
    'judgements',
  );
  return rules.checks.map((check) => {
    const { code, name } = check;
    if (check.measure !== undefined) return { check: code, name, ...measured(check, check.measure, facts) };
    const answer = judgements.find((each) => each.check === code);
    return { check: code, name, passed: answer?.passed ?? false, note: answer?.note };
  });
}

/** Compared without division, so that no rounding decides. Land that is not asked for can't be wasted (跑马圈地). */
function measured({ atLeast = '0' }: Check, measure: Measure, facts: ReviewFacts) {
  const { of, per } = FACTS[measure];
  const amount = new Decimal(factOf(facts, of));
  const land = new Decimal(per ? factOf(facts, per) : 1);
  const passed = amount.greaterThanOrEqualTo(land.times(atLeast));
  const value = land.isZero() ? undefined : amount.dividedBy(land).toFixed(PLACES);
  return { passed, value, atLeast };
}

function factOf(facts: ReviewFacts, name: keyof ReviewFacts): string {
  const fact = facts[name];
  refuseUnless(fact !== undefined, 'invalid', 'ADMISSION.FACT_MISSING', '现行准入规则需要这项数据', `facts.${name}`);
  return fact;
}

/** Every criterion with its score. @throws Refusal when one is missing, not asked for, or beyond its maximum. */
export function qualityOf({ criteria, passScore }: AdmissionRules, scorings: readonly Scoring[]) {
  refuseMismatch(
    scorings.map(({ criterion }) => criterion),
    criteria.map(({ code }) => code),
    'scores',
  );
  const scores = scorings.map(({ criterion, score, note }, index): QualityScore => {
    const { name = '', max = 0 } = criteria.find(({ code }) => code === criterion) ?? {};
    refuseUnless(
      score >= 0 && score <= max,
      'invalid',
      'ADMISSION.SCORE_OUT_OF_RANGE',
      `${name}得分须在 0 至 ${max} 之间`,
      `scores.${index}.score`,
    );
    return { criterion, name, score, max, note };
  });
  const total = scores.reduce((sum, { score }) => sum + score, 0);
  return { scores, total, passScore, passed: total >= passScore };
}

/** @throws Refusal unless exactly the codes that the rules ask for are given, each once. */
function refuseMismatch(given: readonly string[], asked: readonly string[], field: string): void {
  const stray = given.findIndex((code, index) => !asked.includes(code) || given.indexOf(code) < index);
  refuseUnless(
    stray < 0,
    'invalid',
    'ADMISSION.NOT_ASKED',
    `现行准入规则没有要求“${given[stray]}”，或已填写过`,
    `${field}.${stray}`,
  );
  const missing = asked.find((code) => !given.includes(code));
  refuseUnless(missing === undefined, 'invalid', 'ADMISSION.ANSWER_MISSING', `缺少“${missing}”的评审意见`, field);
}
