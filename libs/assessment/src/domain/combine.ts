import { type Decimal, Decimal as Exact, compare } from './arithmetic.js';
import { type Composite, type NotApplicableRule } from './scheme.js';
import { type Scored } from './scorecard.js';
import { type Award } from './shapes/index.js';
import { type Worked, given, over, sumOf, times } from './worked.js';

type Applicable = Scored & { readonly value: Decimal };

const applies = (part: Scored): part is Applicable => part.value !== undefined;

/**
 * What a branch, or the scheme as a whole, makes of its parts, before cap, floor and rounding. Parts that don't apply
 * are left out; under `scale-up` the scored parts that do apply stand in for them in proportion to their points (in a
 * weighted mix, to their weights). Adjustments are added to what the scored parts make; where parts compete, all do. Parts for
 * reference count for nothing.
 */
export function combine(
  { combine: how, base }: Pick<Composite, 'combine' | 'base'>,
  parts: readonly Scored[],
  notApplicable: NotApplicableRule,
): Award {
  const applicable = parts.filter(applies).filter(({ indicator }) => indicator.role !== 'reference');
  if (how === 'highest' || how === 'lowest' || typeof how === 'object') return competing(how, base, applicable);
  const scored = applicable.filter(({ indicator }) => indicator.role === 'scored');
  const adjustments = applicable.filter(({ indicator }) => indicator.role === 'adjustment');
  const terms = scored.map((part) =>
    how === 'weighted' ? times(asTerm(part), given(part.weight ?? '0')) : asTerm(part),
  );
  const scale = notApplicable === 'scale-up' && how !== 'mean' ? scaleOf(parts, how) : undefined;
  const made = scale ? [times(sumOf(terms), scale)] : how === 'mean' && terms.length > 0 ? [meanOf(terms)] : terms;
  const worked = withBase(base, [...made, ...adjustments.map(asTerm)]);
  return scale ? { worked, because: `部分指标不参与，其余按分值折算到满分` } : { worked };
}

const asTerm = ({ value }: Applicable): Worked => given(value);

const meanOf = (terms: readonly Worked[]): Worked => over(sumOf(terms), given(String(terms.length)));

const withBase = (base: string, terms: readonly Worked[]): Worked =>
  sumOf(new Exact(base).isZero() && terms.length > 0 ? terms : [given(base), ...terms]);

/** The parts that score best, or the one that scores worst, stand for all. */
function competing(how: Composite['combine'], base: string, parts: readonly Applicable[]): Award {
  const best = [...parts].sort((a, b) => compare(b.value, a.value));
  const chosen =
    typeof how === 'object' ? best.slice(0, how.best) : how === 'lowest' ? best.slice(-1) : best.slice(0, 1);
  const names = chosen.map(({ indicator }) => `“${indicator.name}”`).join('、');
  const worked = chosen.length === 0 ? given(base) : withBase(base, chosen.map(asTerm));
  const words = typeof how === 'object' ? `取最高的 ${how.best} 项` : how === 'lowest' ? '取最低项' : '取最高项';
  return names === '' ? { worked } : { worked, because: `${words}${names}` };
}

/** All scored points or weights over those that apply; undefined when all apply, or when those that do carry none. */
function scaleOf(parts: readonly Scored[], how: Composite['combine']): Worked | undefined {
  const weigh = (part: Scored): string => (how === 'weighted' ? (part.weight ?? '0') : part.points);
  const scored = parts.filter(({ indicator }) => indicator.role === 'scored');
  const present = scored.filter(applies);
  const sum = (of: readonly Scored[]) => of.reduce((total, part) => total.plus(weigh(part)), new Exact(0));
  return present.length < scored.length && sum(present).gt(0)
    ? over(given(sum(scored)), given(sum(present)))
    : undefined;
}
