import { refuseUnless } from '#libs/eventsourcing';
import { type CreditCode, type Introducer, canonicalIntroducer, introducerFault } from '#libs/values';

/**
 * The enterprise that introduced the one of `creditCode`, in one spelling: one of the two ways to name it, and another one.
 * @throws Refusal LEAD.INTRODUCER_UNCLEAR, LEAD.INTRODUCER_CREDIT_CODE, LEAD.INTRODUCED_BY_ITSELF
 */
export function soundIntroducer(introducer: Introducer, creditCode: CreditCode | undefined): Introducer {
  const fault = introducerFault(introducer, creditCode);
  refuseUnless(
    fault !== 'unclear',
    'invalid',
    'LEAD.INTRODUCER_UNCLEAR',
    '引荐企业须以统一社会信用代码或其项目编号写明，二者填一',
    'introducer',
  );
  refuseUnless(
    fault !== 'credit-code',
    'invalid',
    'LEAD.INTRODUCER_CREDIT_CODE',
    '引荐企业须填校验无误的 18 位统一社会信用代码',
    'introducer.creditCode',
  );
  refuseUnless(
    fault !== 'itself',
    'invalid',
    'LEAD.INTRODUCED_BY_ITSELF',
    '企业不能由自身引荐',
    'introducer.creditCode',
  );
  return canonicalIntroducer(introducer);
}
