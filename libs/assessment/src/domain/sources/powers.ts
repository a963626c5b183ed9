import { Decimal, compare } from '../arithmetic.js';
import { oneOf, record } from '../checks.js';
import { type Worked, given, logarithm, raised } from '../worked.js';
import { eitherAmountOr } from './condition.js';
import { type Found, foundNumber, ruleZero, withNumbers } from './found.js';
import { zeroRule } from './forms.js';
import { type SourceRule } from './rule.js';
import { type ExponentialSource, type LogarithmSource, type PowerSource, type ZeroRule } from './source.js';

/** Beyond these the forty digits of a power no longer hold its places, nor those of what it divides. */
const LARGEST = new Decimal('1e12');
const SMALLEST = new Decimal('1e-12');
const LARGEST_EXPONENT = new Decimal(100);

const isBeyond = (value: Decimal): boolean =>
  !value.isFinite() || value.abs().gt(LARGEST) || (!value.isZero() && value.abs().lt(SMALLEST));

type Figures = Parameters<typeof ruleZero>[2];

/** What is made of numbers, or what the rule says where they make none. */
function madeOf(
  make: () => Worked,
  isDefined: boolean,
  { rule, words, figures, because }: { rule: ZeroRule; words: string; figures: Figures; because: string | undefined },
): Found {
  const worked = isDefined ? make() : undefined;
  if (!worked || isBeyond(worked.value)) return ruleZero(rule, words, figures);
  return foundNumber(worked, figures, { because });
}

export const power: SourceRule<PowerSource> = {
  check: ({ source }) =>
    record({ kind: oneOf('power'), of: source, to: eitherAmountOr(source), whenUndefined: zeroRule }),

  find({ of, to, whenUndefined: rule }, at, ground) {
    const exponent: Found = typeof to === 'string' ? foundNumber(given(to)) : ground.find(to, at);
    return withNumbers([ground.find(of, at), exponent], ([base, to], figures, because) => {
      const words = `${base.text} 的 ${to.text} 次方不可计算`;
      const isDefined = to.value.abs().lte(LARGEST_EXPONENT) && !base.value.pow(to.value).isNaN();
      return madeOf(() => raised(base, to), isDefined, { rule, words, figures, because });
    });
  },
};

export const logarithmOf: SourceRule<LogarithmSource> = {
  check: ({ source }) =>
    record({ kind: oneOf('logarithm'), of: source, base: oneOf('e', '10'), whenUndefined: zeroRule }),

  find: ({ of, base, whenUndefined: rule }, at, ground) =>
    withNumbers([ground.find(of, at)], ([number], figures, because) => {
      const isDefined = compare(number.value, given('0').value) > 0;
      return madeOf(() => logarithm(number, base), isDefined, {
        rule,
        words: `${number.text} 不大于 0，没有对数`,
        figures,
        because,
      });
    }),
};

export const exponential: SourceRule<ExponentialSource> = {
  check: ({ source }) => record({ kind: oneOf('exponential'), of: source, whenUndefined: zeroRule }),

  find: ({ of, whenUndefined: rule }, at, ground) =>
    withNumbers([ground.find(of, at)], ([exponent], figures, because) => {
      const isDefined = exponent.value.abs().lte(LARGEST_EXPONENT);
      const words = `e 的 ${exponent.text} 次方不可计算`;
      return madeOf(() => raised('e', exponent), isDefined, { rule, words, figures, because });
    }),
};
