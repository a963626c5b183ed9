import { type Check, byKind, code, either, integer, listOf, oneOf, record, satisfies, tableOf } from '../checks.js';
import { type MemberResult } from '../figures.js';
import { type Worked, given, over, sumOf, times, totalOf } from '../worked.js';
import { type Found, foundNumber, ruleMissing } from './found.js';
import { isSubject, missingRule, unitCode } from './forms.js';
import { type SourceRule } from './rule.js';
import { meanOf } from './several.js';
import { type Members, type SchemeSource } from './source.js';

const MAX_VERSION = 100_000;
const MAX_MEMBERS = 2000;
export const subjectCode: Check = satisfies(isSubject, '考核对象代码', { type: 'string' });

const members = either(
  oneOf('children'),
  tableOf(isSubject, '考核对象代码', listOf(subjectCode, 1, MAX_MEMBERS), MAX_MEMBERS),
  ' children（下级单位），或 { 对象代码: [成员代码] }',
);

export const rollUp: SourceRule<SchemeSource> = {
  check: () =>
    record(
      {
        kind: oneOf('scheme'),
        scheme: code,
        take: oneOf('total', 'rank', 'normalised', 'grade'),
        of: byKind({
          same: record({ kind: oneOf('same') }),
          members: record(
            { kind: oneOf('members'), members, combine: oneOf('mean', 'sum', 'weighted') },
            { weight: record({ input: code, by: unitCode }) },
          ),
        }),
        missing: missingRule,
      },
      { version: integer(1, MAX_VERSION) },
    ),

  find(source, at, ground): Found {
    const reading = ground.read(source, at);
    const nothing = () => ruleMissing(source.missing, `方案“${source.scheme}”的结果`);
    if (reading.kind === 'missing') return nothing();
    if (reading.kind === 'quantity') return foundNumber(given(reading.quantity.value), [reading.quantity]);
    if (reading.kind === 'members' && source.of.kind === 'members') {
      return ofMembers(source.of, reading.members) ?? nothing();
    }
    if (reading.kind !== 'rate') throw new RangeError(`scheme ${source.scheme} was answered by ${reading.kind}`);
    const { numerator, denominator } = reading;
    const points = given(denominator.value);
    if (points.value.isZero()) return nothing();
    return foundNumber(over(given(numerator.value), points), [numerator, denominator], { isRate: true });
  },
};

/** Undefined when there is no member, or all weights are zero. */
function ofMembers({ combine }: Members, members: readonly MemberResult[]): Found | undefined {
  if (members.length === 0) return undefined;
  const figures = members.flatMap(({ result, weight }) => (weight ? [result, weight] : [result]));
  const results = members.map(({ result }) => given(result.value));
  if (combine === 'sum') return foundNumber(totalOf(results), figures);
  if (combine === 'mean') return foundNumber(meanOf(results), figures);
  const mean = weightedMean(members);
  return mean && foundNumber(mean, figures);
}

/** A member without a weight weighs nothing. */
function weightedMean(members: readonly MemberResult[]): Worked | undefined {
  const weights = members.map(({ weight }) => given(weight?.value ?? '0'));
  const whole = sumOf(weights);
  if (whole.value.isZero()) return undefined;
  const terms = members.map(({ result, weight }) => times(given(result.value), given(weight?.value ?? '0')));
  return over(totalOf(terms), totalOf(weights));
}
