import { amount, byKind, either, oneOf, record } from '../checks.js';
import { compare, snap } from '../arithmetic.js';
import { type Worked, given, minus, over, plus, sumOf, times } from '../worked.js';
import { type Award, type Peer, type ShapeRule, type Standing } from './shape.js';

/**
 * A base for meeting the reference, more for every step above it, less for every step below
 * (每超 2% 加 1 分, 每少 1 个扣 0.1 分). Whether part of a step counts is a question that texts leave open:
 * `partSteps` answers it.
 */
export interface Deviation {
  readonly kind: 'deviation';
  readonly base: string;
  /** The unit's target, the mean of all units that are compared, or a fixed value of what is measured. */
  readonly reference: 'target' | 'mean' | { readonly at: string };
  readonly above: Side;
  /** `no-points`: whoever misses the reference gets nothing at all, not even the base. */
  readonly below: Side | { readonly kind: 'no-points' };
  readonly partSteps: 'count' | 'drop';
}

/**
 * `each` points for every `per` of the distance (points may be `0`). The two sides may be counted in different units: against
 * the target, `value` counts in what was found (每超 1 亿元) and `rate` in the completion rate (每少 1 个百分点: `0.01`).
 */
interface Side {
  readonly kind: 'steps';
  readonly each: string;
  readonly per: string;
  readonly of: 'rate' | 'value';
}

const steps = record({
  kind: oneOf('steps'),
  each: amount('0'),
  per: amount('0.000001'),
  of: oneOf('rate', 'value'),
});

export const deviation: ShapeRule<Deviation> = {
  check: record({
    kind: oneOf('deviation'),
    base: amount(),
    reference: either(
      oneOf('target', 'mean'),
      record({ at: amount() }),
      ' target（目标）、mean（平均值），或 { "at": 数值 }',
    ),
    above: byKind({ steps }),
    below: byKind({ steps, 'no-points': record({ kind: oneOf('no-points') }) }),
    partSteps: oneOf('count', 'drop'),
  }),

  needsTarget: ({ reference }) => reference === 'target',

  award(params, standing) {
    const { reference, compared } = referenceOf(params, standing);
    const isBelow = compare(standing.measured.value, reference.value) < 0;
    const side = isBelow ? params.below : params.above;
    if (side.kind === 'no-points') return { worked: given('0'), because: '未达到基准，按方案不得分', compared };
    const target = params.reference === 'target' && side.of === 'value' ? standing.target : undefined;
    const [from, to] = target ? [target, standing.value] : [reference, standing.measured];
    const { count, because } = countSteps(isBelow ? minus(from, to) : minus(to, from), side.per, params.partSteps);
    const change = times(count, given(side.each));
    const base = given(params.base);
    return { worked: isBelow ? minus(base, change) : plus(base, change), because, compared };
  },
};

/** What the measured value is held against; a target is met at a completion rate of 1. */
function referenceOf(
  { reference }: Deviation,
  { peers }: Standing,
): { readonly reference: Worked; readonly compared?: readonly Peer[] } {
  if (reference === 'target') return { reference: given('1') };
  return reference === 'mean' ? { reference: meanOf(peers), compared: peers } : { reference: given(reference.at) };
}

const meanOf = (peers: readonly Peer[]): Worked =>
  over(sumOf(peers.map((peer) => peer.measured)), given(String(peers.length)));

function countSteps(
  distance: Worked,
  per: string,
  partSteps: Deviation['partSteps'],
): { count: Worked } & Pick<Award, 'because'> {
  const count = per === '1' ? distance : over(distance, given(per));
  const exact = snap(count.value);
  if (partSteps === 'count' || exact.isInteger()) return { count };
  const whole = given(exact.floor());
  return { count: whole, because: `${count.text}，不足一档的不计，为 ${whole.text} 档` };
}
