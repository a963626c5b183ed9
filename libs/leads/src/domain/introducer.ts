import { Refusal } from '#libs/eventsourcing';
import { type CreditCode, type Introducer, canonicalIntroducer, introducerFault } from '#libs/values';

/**
 * The enterprise that introduced the one of `creditCode`, in one spelling: one of the two ways to name it, and another one.
 * @throws Refusal LEAD.INTRODUCER_UNCLEAR, LEAD.INTRODUCER_CREDIT_CODE, LEAD.INTRODUCED_BY_ITSELF
 */
export function soundIntroducer(introducer: Introducer, creditCode: CreditCode | undefined): Introducer {
  const fault = introducerFault(introducer, creditCode);
  if (fault) throw new Refusal('invalid', `LEAD.${fault.code}`, fault.words, fault.field);
  return canonicalIntroducer(introducer);
}
