import { refuseUnless } from '#libs/eventsourcing';
import { canonicalCreditCode, creditCodeFault, derivedId } from '#libs/values';
import { type Stewarded } from './stewardship.events.js';

/** With the code in its one spelling. */
export const canonicalStewarded = <S extends Stewarded>(stewarded: S): S =>
  stewarded.kind === 'enterprise' ? { ...stewarded, code: canonicalCreditCode(stewarded.code) } : stewarded;

/** One enterprise, park or district has one stewardship. */
export const stewardshipOf = (stewarded: Stewarded): string => {
  const { kind, code } = canonicalStewarded(stewarded);
  return derivedId('stewardship', kind, code);
};

/** A slip in the code would make a second enterprise of one. @throws Refusal STEWARDSHIP.CREDIT_CODE */
export const refuseUnsoundCode = ({ kind, code }: Stewarded): void =>
  refuseUnless(
    kind !== 'enterprise' || creditCodeFault(code) === undefined,
    'invalid',
    'STEWARDSHIP.CREDIT_CODE',
    '企业须填校验无误的 18 位统一社会信用代码',
    'code',
  );
