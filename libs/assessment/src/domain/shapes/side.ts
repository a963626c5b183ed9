import { type Decimal, round, snap } from '../arithmetic.js';
import { type SchemeProblem, amount, bound, listOf, oneOf, record } from '../checks.js';
import { clauses } from '../sources/found.js';
import { type Worked, given, minus, over, sumOf, times } from '../worked.js';

/**
 * `each` points for every `per` of the distance, all the way (`steps`) or by segments of it that count differently
 * (超 30% 以内每 1% 加 0.2, 以上每 1% 加 0.1). The two sides may be counted in different units: against the target, `value` counts
 * in what was found (每超 1 亿元) and `rate` in the completion rate (每少 1 个百分点: `0.01`). `each` may be negative.
 */
export type Side =
  | { readonly kind: 'steps'; readonly of: 'rate' | 'value'; readonly each: string; readonly per: string }
  | { readonly kind: 'segments'; readonly of: 'rate' | 'value'; readonly segments: readonly Segment[] };

/** From where the segment before it ends up to the distance `to`; the last may go on without end (`none`). */
export interface Segment {
  readonly to: string;
  readonly each: string;
  readonly per: string;
}

/** Part of a step counts in proportion, not at all, as a whole one (不足一档按一档), or as one from half a step on (四舍五入). */
export type PartSteps = 'count' | 'drop' | 'whole' | 'nearest';

export const partStepsForm = oneOf('count', 'drop', 'whole', 'nearest');

const MAX_SEGMENTS = 30;
const pace = { each: amount(), per: amount('0.000001') };
const of = oneOf('rate', 'value');

export const sideForms = {
  steps: record({ kind: oneOf('steps'), of, ...pace }),
  segments: record({
    kind: oneOf('segments'),
    of,
    segments: listOf(record({ to: bound, ...pace }), 1, MAX_SEGMENTS),
  }),
};

/** Segments follow one another; only the last may be open. */
export function segmentProblems(side: { readonly kind: string }, path: string): SchemeProblem[] {
  if (!isSegments(side)) return [];
  const ends = side.segments.map(({ to }) => (to === 'none' ? Infinity : Number(to)));
  return ends.flatMap((end, index) =>
    end > (ends[index - 1] ?? 0)
      ? []
      : [
          {
            field: `${path}.segments[${index}].to`,
            code: 'SCHEME.NOT_RISING',
            message: '各段的止点须大于 0 并逐段递增，只有最后一段可为 none',
          },
        ],
  );
}

const isSegments = (side: { readonly kind: string }): side is Extract<Side, { kind: 'segments' }> =>
  side.kind === 'segments';

/** What a distance of zero or more is worth. */
export function pointsOfSide(side: Side, distance: Worked, parts: PartSteps): { worked: Worked; because?: string } {
  if (side.kind === 'steps') return paced(distance, side, parts);
  const terms: { worked: Worked; because?: string }[] = [];
  let from = '0';
  for (const segment of side.segments) {
    if (snap(distance.value).lte(from)) break;
    const isWhole = segment.to !== 'none' && snap(distance.value).gte(segment.to);
    const end = isWhole ? given(segment.to) : distance;
    terms.push(paced(from === '0' ? end : minus(end, given(from)), segment, parts));
    from = segment.to;
    if (!isWhole) break;
  }
  return { worked: sumOf(terms.map(({ worked }) => worked)), because: clauses(terms.map(({ because }) => because)) };
}

function paced(
  distance: Worked,
  { each, per }: { readonly each: string; readonly per: string },
  parts: PartSteps,
): { worked: Worked; because?: string } {
  const count = per === '1' ? distance : over(distance, given(per));
  const exact = snap(count.value);
  if (parts === 'count' || exact.isInteger()) return { worked: times(count, given(each)) };
  const { to, how } = WHOLE_STEPS[parts];
  const whole = given(to(exact));
  return { worked: times(whole, given(each)), because: `${count.text}，${how}，为 ${whole.text} 档` };
}

const WHOLE_STEPS: Readonly<Record<Exclude<PartSteps, 'count'>, { to: (count: Decimal) => Decimal; how: string }>> = {
  drop: { to: (count) => count.floor(), how: '不足一档的不计' },
  whole: { to: (count) => count.ceil(), how: '不足一档的按一档' },
  nearest: { to: (count) => round(count, { places: 0, mode: 'half-up' }), how: '不足一档的四舍五入' },
};
