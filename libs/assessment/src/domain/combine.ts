import { type Decimal, Decimal as Exact } from './arithmetic.js';
import { type Composite, type NotApplicableRule } from './scheme.js';
import { type Scored } from './scorecard.js';
import { type Award } from './shapes/index.js';
import { type Worked, given, over, plus, sumOf, times } from './worked.js';

type Applicable = Scored & { readonly value: Decimal };

const applies = (part: Scored): part is Applicable => part.value !== undefined;

/**
 * What a branch, or the scheme as a whole, makes of its parts, before cap, floor and rounding. Parts that don't apply
 * are left out; under `scale-up` the scored parts that do apply stand in for them in proportion to their points.
 */
export function combine(
  branch: Pick<Composite, 'combine' | 'base'>,
  parts: readonly Scored[],
  { notApplicable }: { readonly notApplicable: NotApplicableRule },
): Award {
  const applicable = parts.filter(applies);
  const base = given(branch.base);
  if (branch.combine === 'highest') return highest(base, applicable);
  const scored = applicable.filter(({ indicator }) => indicator.role === 'scored');
  const adjustments = applicable.filter(({ indicator }) => indicator.role === 'adjustment');
  const scale = notApplicable === 'scale-up' ? scaleOf(parts) : undefined;
  const total = sumOf(scored.map(asTerm));
  const terms = [...(scale ? [times(total, scale)] : scored.map(asTerm)), ...adjustments.map(asTerm)];
  const worked = sumOf(base.value.isZero() && terms.length > 0 ? terms : [base, ...terms]);
  return scale ? { worked, because: `部分指标不参与，其余按分值折算到满分` } : { worked };
}

const asTerm = ({ value }: Applicable): Worked => given(value);

function highest(base: Worked, parts: readonly Applicable[]): Award {
  const [first, ...others] = parts;
  if (!first) return { worked: base };
  const best = others.reduce((most, part) => (part.value.gt(most.value) ? part : most), first);
  const worked = base.value.isZero() ? asTerm(best) : plus(base, asTerm(best));
  return { worked, because: `取最高项“${best.indicator.name}”` };
}

/** All scored points over those that apply; undefined when all apply, or when those that do carry no points. */
function scaleOf(parts: readonly Scored[]): Worked | undefined {
  const scored = parts.filter(({ indicator }) => indicator.role === 'scored');
  const present = scored.filter(applies);
  const points = pointsOf(present);
  return present.length < scored.length && points.gt(0) ? over(given(pointsOf(scored)), given(points)) : undefined;
}

const pointsOf = (parts: readonly Scored[]): Decimal =>
  parts.reduce((sum, { indicator }) => sum.plus(indicator.points), new Exact(0));
