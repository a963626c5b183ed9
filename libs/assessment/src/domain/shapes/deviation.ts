import { compare } from '../arithmetic.js';
import { amount, byKind, either, oneOf, record } from '../checks.js';
import { type Found, foundNumber } from '../sources/found.js';
import { checkSource } from '../sources/index.js';
import { sourcePlaces } from '../sources/places.js';
import { meanOf } from '../sources/several.js';
import { type Source } from '../sources/source.js';
import { type Worked, given, minus, plus } from '../worked.js';
import { type Peer, type ShapeRule, type Standing } from './shape.js';
import { type PartSteps, type Side, partStepsForm, pointsOfSide, segmentProblems, sideForms } from './side.js';

/**
 * A base for meeting the reference, more for every step above it, less for every step below
 * (每超 2% 加 1 分, 每少 1 个扣 0.1 分). Whether part of a step counts is a question that texts leave open:
 * `partSteps` answers it, for both sides or for each.
 */
export interface Deviation {
  readonly kind: 'deviation';
  readonly base: string;
  /** The unit's target, the mean of all units that are compared, a fixed value of what is measured, or another source's. */
  readonly reference: 'target' | 'mean' | { readonly at: string } | { readonly source: Source };
  readonly above: Side;
  /** `no-points`: whoever misses the reference gets nothing at all, not even the base. */
  readonly below: Side | { readonly kind: 'no-points' };
  readonly partSteps: PartSteps | { readonly above: PartSteps; readonly below: PartSteps };
}

export const deviation: ShapeRule<Deviation> = {
  check: record({
    kind: oneOf('deviation'),
    base: amount(),
    reference: either(
      oneOf('target', 'mean'),
      either(record({ at: amount() }), record({ source: checkSource }), ''),
      ' target（目标）、mean（平均值）、{ "at": 数值 }，或 { "source": 数据来源 }',
    ),
    above: byKind(sideForms),
    below: byKind({ ...sideForms, 'no-points': record({ kind: oneOf('no-points') }) }),
    partSteps: either(
      partStepsForm,
      record({ above: partStepsForm, below: partStepsForm }),
      '以下之一：count、drop、whole、nearest，或 { "above": …, "below": … } 分别写',
    ),
  }),

  needsTarget: ({ reference }) => reference === 'target',
  compares: ({ reference }) => reference === 'mean',
  sources: ({ reference }, path, atHand) =>
    typeof reference === 'object' && 'source' in reference
      ? sourcePlaces(reference.source, `${path}.reference.source`, atHand)
      : [],
  problems: ({ above, below }, path) => [
    ...segmentProblems(above, `${path}.above`),
    ...segmentProblems(below, `${path}.below`),
  ],

  award(params, standing) {
    const { found, compared } = referenceOf(params, standing);
    if (found.kind !== 'value') return found;
    const { worked: reference, figures } = found;
    const isBelow = compare(standing.measured.value, reference.value) < 0;
    const side = isBelow ? params.below : params.above;
    if (side.kind === 'no-points') {
      return { worked: given('0'), because: '未达到基准，按方案不得分', compared, figures };
    }
    const target = params.reference === 'target' && side.of === 'value' ? standing.target : undefined;
    const [from, to] = target ? [target, standing.value] : [reference, standing.measured];
    const { partSteps } = params;
    const parts = typeof partSteps === 'string' ? partSteps : partSteps[isBelow ? 'below' : 'above'];
    const change = pointsOfSide(side, isBelow ? minus(from, to) : minus(to, from), parts);
    const base = given(params.base);
    const worked = isBelow ? minus(base, change.worked) : plus(base, change.worked);
    return { worked, because: change.because, compared, figures };
  },
};

/** What the measured value is held against; a target is met at a completion rate of 1. */
function referenceOf(
  { reference }: Deviation,
  { peers, find }: Standing,
): { readonly found: Found; readonly compared?: readonly Peer[] } {
  if (reference === 'target') return { found: foundNumber(given('1')) };
  if (reference === 'mean') return { found: foundNumber(meanAmong(peers)), compared: peers };
  return { found: 'at' in reference ? foundNumber(given(reference.at)) : find(reference.source) };
}

const means = new WeakMap<readonly Peer[], Worked>();

/** The same peers have the same mean: it is made once, not once for each of them. */
function meanAmong(peers: readonly Peer[]): Worked {
  const mean = means.get(peers) ?? meanOf(peers.map(({ measured }) => measured));
  means.set(peers, mean);
  return mean;
}
