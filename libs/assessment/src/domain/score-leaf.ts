import { type RoundingRule } from './arithmetic.js';
import { type Bounds } from './bounds.js';
import { type Field } from './field.js';
import { type Figure, type Subject } from './figures.js';
import { type Measurement } from './measure.js';
import { applyRules } from './rules.js';
import { type Measured } from './scheme.js';
import { isItemised, scoreItems } from './score-items.js';
import { type Scored } from './scorecard.js';
import { settle, within } from './settle.js';
import { type Award, type Peer, awardBy } from './shapes/index.js';
import { judge } from './sources/condition.js';
import { type Circumstance, type FoundRuling, type Ground, type Unfound, clauses } from './sources/found.js';
import { given } from './worked.js';

/** A leaf as it is for one subject: points and bounds of its group, and how its score is rounded. */
export interface LeafTerms extends Bounds {
  readonly points: string;
  readonly weight: string | undefined;
  readonly rounding: RoundingRule | 'exact';
}

/** The subject's score on one leaf, with its receipt. @throws RangeError for a subject that isn't in the field. */
export function scoreLeaf(
  leaf: Measured,
  terms: LeafTerms,
  field: Field,
  subject: Subject,
  at: Circumstance,
  ground: Ground,
): Scored {
  const measurement = field.at.get(subject.unit.code);
  if (!measurement) throw new RangeError(`${subject.unit.code} was not measured for indicator ${leaf.code}`);
  const { code, name, role } = leaf;
  const { points, weight } = terms;
  const printed = measurement.kind === 'value' ? measurement.printed : null;
  const about = { code, name, role, points };
  const without = (formula: string, inputs: readonly Figure[]): Scored => ({
    indicator: leaf,
    points,
    weight,
    value: undefined,
    receipt: { ...about, score: null, formula, value: null, inputs },
  });

  const own = measurement.kind === 'value' ? { ...measurement, points: given(points) } : undefined;
  const here: Circumstance = own ? { ...at, own } : at;
  const award = awardOf(leaf, terms, measurement, field, here, ground);
  if ('kind' in award) return without(award.because, measurement.figures);
  const bounds = measurement.kind === 'ruled' ? UNBOUNDED : terms;
  const rules = applyRules(leaf.rules ?? [], here, ground, within(award.worked.value, bounds));
  if (rules.kind === 'not-applicable') return without(rules.because, measurement.figures);
  const { value, score, formula } = settle(award, bounds, rules.steps, terms.rounding);
  const others = figuresOfOthers(award.compared, subject);
  const inputs = [...distinct([...measurement.figures, ...(award.figures ?? []), ...rules.figures]), ...others];
  return { indicator: leaf, points, weight, value, receipt: { ...about, score, formula, value: printed, inputs } };
}

/** Points that the scheme states for a zero are those that it means, whatever bounds the arithmetic has. */
const UNBOUNDED: Bounds = { cap: 'none', floor: 'none' };

type Unscored = Extract<Unfound, { kind: 'not-applicable' }>;

function awardOf(
  leaf: Measured,
  { points }: LeafTerms,
  measurement: Measurement,
  field: Field,
  at: Circumstance,
  ground: Ground,
): Award | Unscored {
  if (measurement.kind === 'not-applicable') return measurement;
  if (measurement.kind === 'ruled') return byRuling(measurement, points);
  if (isItemised(leaf)) {
    const found = scoreItems(leaf, points, at, ground);
    if (found.kind !== 'value') return byUnfound(found, points);
    return { worked: found.worked, because: found.because };
  }
  const place = field.placeOf(at.subject);
  if (!place) throw new RangeError(`${at.subject.unit.code} has no place for indicator ${leaf.code}`);
  const award = awardBy(leaf.shape, {
    ...measurement,
    points: given(points),
    place,
    peers: field.peersOf(at.subject),
    find: (source) => ground.find(source, at),
    judge: (condition) => judge(condition, at, ground),
  });
  if ('kind' in award) return byUnfound(award, points);
  return { ...award, because: clauses([measurement.because, award.because]) };
}

const byUnfound = (found: Unfound, points: string): Award | Unscored =>
  found.kind === 'ruled' ? byRuling(found, points) : found;

function byRuling({ score, because }: FoundRuling, points: string): Award {
  const worked = given(score === 'zero' ? '0' : score === 'full' ? points : score.points);
  return { worked, because: `${because}，按方案定为 ${worked.text} 分` };
}

const figuresOfOthers = (compared: readonly Peer[] = [], { unit }: Subject): Figure[] =>
  compared.flatMap((peer) => (peer.unit.code === unit.code ? [] : peer.figures));

/** A figure that was read in several places stands once. */
const distinct = (figures: readonly Figure[]): readonly Figure[] =>
  figures.length < 2
    ? figures
    : [...new Map(figures.map((each) => [`${each.name}\n${each.value}\n${each.origin ?? ''}`, each])).values()];
