import { compare, round, show, snap, ROUNDING_WORDS } from '../arithmetic.js';
import { boundOn } from '../bounds.js';
import { amount, bound, listOf, oneOf, record } from '../checks.js';
import { type Worked, equation, given, minus, over, times, totalOf } from '../worked.js';
import { type Found, clauses, foundNumber, ruleZero, withNumbers } from './found.js';
import { roundingRule, schedule, zeroRule } from './forms.js';
import { type SourceRule } from './rule.js';
import { highestOf, lowestOf, meanOf } from './several.js';
import {
  type BoundedSource,
  type DifferenceSource,
  type ElapsedSource,
  type GrowthSource,
  type HighestSource,
  type LowestSource,
  type MeanSource,
  type NumberSource,
  type ProductSource,
  type RoundedSource,
  type ShareSource,
  type SumSource,
} from './source.js';

const MAX_TERMS = 50;

export const number: SourceRule<NumberSource> = {
  check: () => record({ kind: oneOf('number'), value: amount() }),
  find: ({ value }) => foundNumber(given(value)),
};

export const elapsed: SourceRule<ElapsedSource> = {
  check: () => record({ kind: oneOf('elapsed'), schedule }),
  find: (source, _at, ground) => foundNumber(ground.elapsed(source.schedule), [], { isRate: true }),
};

export const share: SourceRule<ShareSource> = {
  check: ({ source }) =>
    record({ kind: oneOf('share'), numerator: source, denominator: source, zeroDenominator: zeroRule }),
  find: ({ numerator, denominator, zeroDenominator }, at, ground) =>
    withNumbers([ground.find(numerator, at), ground.find(denominator, at)], ([above, below], figures, because) =>
      snap(below.value).isZero()
        ? ruleZero(zeroDenominator, '分母为 0', figures)
        : foundNumber(over(above, below), figures, { isRate: true, because }),
    ),
};

export const difference: SourceRule<DifferenceSource> = {
  check: ({ source }) => record({ kind: oneOf('difference'), of: source, minus: source }),
  find: (source, at, ground) =>
    withNumbers([ground.find(source.of, at), ground.find(source.minus, at)], ([from, taken], figures, because) =>
      foundNumber(minus(from, taken), figures, { because }),
    ),
};

export const growth: SourceRule<GrowthSource> = {
  check: ({ source }) => record({ kind: oneOf('growth'), of: source, base: source, zeroDenominator: zeroRule }),
  find: (source, at, ground) =>
    withNumbers([ground.find(source.of, at), ground.find(source.base, at)], ([now, base], figures, because) =>
      compare(base.value, given('0').value) > 0
        ? foundNumber(over(minus(now, base), base), figures, { isRate: true, because })
        : ruleZero(source.zeroDenominator, `基数为 ${show(base.value)}`, figures),
    ),
};

/** A number as it came about, for a clause that says what became of it. */
const asStated = (worked: Worked): string => equation(worked) ?? worked.text;

const isThere = ({ kind }: Found): boolean => kind !== 'not-applicable';

/** Several sources made one number; `those` are the ones that it is made of. */
const ofSeveral = <Kind extends SumSource | ProductSource | HighestSource | LowestSource | MeanSource>(
  kind: Kind['kind'],
  make: (numbers: readonly Worked[]) => Worked,
  those: (founds: readonly Found[]) => readonly Found[] = (founds) => founds,
): SourceRule<Kind> => ({
  check: ({ source }) => record({ kind: oneOf(kind), of: listOf(source, 1, MAX_TERMS) }),
  find({ of }, at, ground) {
    const founds = those(of.map((source) => ground.find(source, at)));
    return withNumbers(founds, (numbers, figures, because) =>
      foundNumber(make(numbers), figures, { isRate: founds.every(isRate), because }),
    );
  },
});

const isRate = (found: Found): boolean => found.kind === 'value' && found.isRate;

export const sum = ofSeveral<SumSource>('sum', totalOf);
export const product = ofSeveral<ProductSource>('product', (numbers) => numbers.reduce(times));
export const highest = ofSeveral<HighestSource>('highest', highestOf);
export const lowest = ofSeveral<LowestSource>('lowest', lowestOf);
export const mean = ofSeveral<MeanSource>('mean', meanOf, (founds) =>
  founds.some(isThere) ? founds.filter(isThere) : founds,
);

export const rounded: SourceRule<RoundedSource> = {
  check: ({ source }) => record({ kind: oneOf('rounded'), of: source, rounding: roundingRule }),
  find(source, at, ground) {
    const found = ground.find(source.of, at);
    if (found.kind !== 'value') return found;
    const value = given(round(found.worked.value, source.rounding));
    if (compare(value.value, found.worked.value) === 0) return found;
    const how = ROUNDING_WORDS[source.rounding.mode];
    const because = clauses([found.because, `${asStated(found.worked)} ${how}取 ${value.text}`]);
    return { ...found, worked: value, because };
  },
};

export const bounded: SourceRule<BoundedSource> = {
  check: ({ source }) => record({ kind: oneOf('bounded'), of: source, cap: bound, floor: bound }),
  find({ of, cap, floor }, at, ground) {
    const found = ground.find(of, at);
    if (found.kind !== 'value') return found;
    const held = boundOn(found.worked.value, { cap, floor });
    if (!held) return found;
    const because = clauses([found.because, `${asStated(found.worked)} ${held.word}取 ${show(held.at)}`]);
    return { ...found, worked: given(held.at), because };
  },
};
