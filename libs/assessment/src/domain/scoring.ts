import { type RoundingRule } from './arithmetic.js';
import { forGroup, isForGroup } from './by-group.js';
import { combine } from './combine.js';
import { type Field, fieldOf } from './field.js';
import { type Subject } from './figures.js';
import { circleOf, groundOf } from './ground.js';
import { measure } from './measure.js';
import { takenElsewhere } from './once-only.js';
import { applyRules } from './rules.js';
import { type Composite, type Indicator, type Limit, type Measured, type Scheme, isComposite } from './scheme.js';
import { worthsOf } from './score-items.js';
import { type LeafTerms, scoreLeaf } from './score-leaf.js';
import { type Scored } from './scorecard.js';
import { settle, within } from './settle.js';
import { type Circumstance, type Found, type Ground, foundNumber } from './sources/found.js';
import { type IndicatorSource } from './sources/source.js';
import { type ScoredSubject, withStandIns } from './stand-ins.js';
import { given, over, times } from './worked.js';

/** The scores of an indicator by the codes of the subjects that it is for. */
type Scores = ReadonlyMap<string, Scored>;

/** The lookup of a scheme's indicators: each is scored at all subjects when it is first asked for, in whatever order. */
export interface Scoring {
  readonly ground: Ground;
  readonly scoresOf: (code: string) => Scores;
}

interface Node {
  readonly indicator: Indicator;
  readonly depth: number;
  /** Those whom it is for, and every branch above it too. */
  readonly subjects: readonly Subject[];
}

export function scoringOf(scheme: Scheme, subjects: readonly Subject[]): Scoring {
  const nodes = new Map(nodesOf(scheme.indicators, 1, subjects).map((node) => [node.indicator.code, node]));
  const node = (code: string): Node => {
    const found = nodes.get(code);
    if (!found) throw new RangeError(`there is no indicator ${code}`);
    return found;
  };
  const ground: Ground = groundOf(scheme, subjects, (source, subject) => foundOf(source, subject, scoresOf, fieldAt));

  const skipped = once((code: string) => skippedAt(scheme, code, node, ground));
  const at = (code: string, subject: Subject): Circumstance => {
    const items = skipped(code).get(subject.unit.code);
    return items && items.size > 0 ? { subject, skipped: items } : { subject };
  };
  const fieldAt = once((code: string): Field => {
    const { indicator, subjects } = node(code);
    if (isComposite(indicator)) throw new RangeError(`${code} is a branch: nothing is measured there`);
    return fieldOf(
      subjects,
      (subject) => measure(indicator, at(code, subject), ground),
      circleOf(scheme, 'compared', indicator.compared),
    );
  });
  const scoresOf = once((code: string): Scores => {
    const { indicator, depth, subjects } = node(code);
    const circle = circleOf(scheme, 'compared', isComposite(indicator) ? undefined : indicator.compared);
    const scored = subjects.map((subject): ScoredSubject => {
      const terms = termsOf(indicator, subject, scheme, depth);
      const about = { subject, circle: circle(subject), terms };
      if (!isComposite(indicator)) {
        return { ...about, scored: scoreLeaf(indicator, terms, fieldAt(code), subject, at(code, subject), ground) };
      }
      const parts = indicator.parts.flatMap((part) => scoresOf(part.code).get(subject.unit.code) ?? []);
      return { ...about, scored: scoreBranch(scheme, indicator, terms, parts, subject, ground) };
    });
    return withStandIns(indicator, scored);
  });
  return { ground, scoresOf };
}

const nodesOf = (indicators: readonly Indicator[], depth: number, among: readonly Subject[]): Node[] =>
  indicators.flatMap((indicator) => {
    const subjects = among.filter(({ group }) => isForGroup(indicator, group));
    const parts = isComposite(indicator) ? nodesOf(indicator.parts, depth + 1, subjects) : [];
    return [{ indicator, depth, subjects }, ...parts];
  });

/** Remembers what it made of a code. */
function once<Made>(make: (code: string) => Made): (code: string) => Made {
  const made = new Map<string, Made>();
  return (code) => {
    const known = made.get(code) ?? make(code);
    made.set(code, known);
    return known;
  };
}

function termsOf(indicator: Indicator, { group }: Subject, { rounding }: Scheme, depth: number): LeafTerms {
  const points = forGroup(indicator.points, group) ?? '0';
  const limit = (of: Limit): string =>
    typeof of === 'string' ? of : times(given(points), given(of.times)).value.toFixed();
  const isRounded = rounding.stage === 'indicator' || (rounding.stage === 'first-level' && depth === 1);
  const own: RoundingRule | 'exact' = indicator.rounding ?? (isRounded ? rounding : 'exact');
  const weight = indicator.weight === undefined ? undefined : forGroup(indicator.weight, group);
  return { points, weight, cap: limit(indicator.cap), floor: limit(indicator.floor), rounding: own };
}

function scoreBranch(
  scheme: Scheme,
  indicator: Composite,
  terms: LeafTerms,
  parts: readonly Scored[],
  subject: Subject,
  ground: Ground,
): Scored {
  const { code, name, role } = indicator;
  const { points, weight } = terms;
  const about = { code, name, role, points, value: null, parts: parts.map(({ receipt }) => receipt) };
  const without = (formula: string): Scored => ({
    indicator,
    points,
    weight,
    value: undefined,
    receipt: { ...about, score: null, formula, inputs: [] },
  });
  if (parts.every(({ value }) => value === undefined)) return without('各分项均不参与，本项不参与');
  const award = combine(indicator, parts, indicator.notApplicable ?? scheme.notApplicable);
  const rules = applyRules(indicator.rules ?? [], { subject }, ground, within(award.worked.value, terms));
  if (rules.kind === 'not-applicable') return without(rules.because);
  const { value, score, formula } = settle(award, terms, rules.steps, terms.rounding);
  return { indicator, points, weight, value, receipt: { ...about, score, formula, inputs: rules.figures } };
}

/** For every subject the items of the indicator that count elsewhere. */
function skippedAt(
  scheme: Scheme,
  code: string,
  node: (code: string) => Node,
  ground: Ground,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const rule = scheme.onceOnly?.find(({ indicators }) => indicators.includes(code));
  if (!rule) return new Map();
  const nodes = rule.indicators.map(node);
  return new Map(
    node(code).subjects.map((subject) => {
      const earnings = nodes
        .filter(({ subjects }) => subjects.includes(subject))
        .map(({ indicator }) => {
          const leaf = indicator as Measured;
          const worths = worthsOf(leaf, forGroup(leaf.points, subject.group) ?? '0', { subject }, ground);
          return { leaf, worths };
        });
      return [subject.unit.code, takenElsewhere(earnings, rule.keep).get(code) ?? new Map<string, string>()];
    }),
  );
}

function foundOf(
  { code, take }: IndicatorSource,
  subject: Subject,
  scoresOf: (code: string) => Scores,
  fieldAt: (code: string) => Field,
): Found {
  const nothing = (because: string): Found => ({ kind: 'not-applicable', because, figures: [] });
  const scored = scoresOf(code).get(subject.unit.code);
  if (!scored?.value) return nothing(`“${scored?.indicator.name ?? code}”不参与`);
  if (take === 'score') return foundNumber(given(scored.value));
  if (take === 'rate') {
    const points = given(scored.points);
    if (points.value.isZero()) return nothing(`“${scored.indicator.name}”没有分值`);
    return foundNumber(over(given(scored.value), points), [], { isRate: true });
  }
  const measurement = fieldAt(code).at.get(subject.unit.code);
  if (measurement?.kind !== 'value') return nothing(`“${scored.indicator.name}”没有数值`);
  return foundNumber(measurement[take], measurement.figures);
}
