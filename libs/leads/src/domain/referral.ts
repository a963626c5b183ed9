import { refuseBefore, refuseUnless } from '#libs/eventsourcing';
import { type Day, canonicalShare, sharesFault } from '#libs/values';
import { type GivenLead, refuseStep, refuseUnlessIs } from './given-lead.js';
import { type LeadEvent, type LeadReferred } from './lead.events.js';
import { type Lead } from './lead.state.js';

const IN_HAND = ['captured', 'qualified'] as const;

/** 流转: the lead is offered to another unit, and how credit will be divided (features.md L6). @throws Refusal */
export function refer(terms: Omit<LeadReferred['data'], 'fromUnit'>, given: GivenLead): LeadEvent[] {
  const { lead } = given;
  const { toUnit, expiresOn, occurredOn } = terms;
  refuseUnlessIs(lead, IN_HAND, '流转');
  refuseStep(occurredOn, given);
  refuseUnless(
    !lead.referral || hasExpired(lead.referral, occurredOn),
    'conflict',
    'LEAD.REFERRAL_PENDING',
    `线索正流转给 ${lead.referral?.toUnit}，须先由其答复或撤回流转`,
  );
  refuseUnless(toUnit !== lead.unit, 'invalid', 'REFERRAL.TO_ITSELF', '不能流转给本单位', 'toUnit');
  const fault = sharesFault(terms.shares);
  refuseUnless(fault !== 'repeated', 'invalid', 'SHARES.REPEATED_UNIT', '同一单位只能分享一次', 'shares');
  refuseUnless(fault !== 'total', 'invalid', 'SHARES.NOT_ONE', '各单位分享比例之和须恰为 1', 'shares');
  if (expiresOn) refuseBefore(expiresOn, occurredOn, '流转', 'expiresOn');
  const shares = terms.shares.map(({ unit, share }) => ({ unit, share: canonicalShare(share) }));
  return [{ type: 'LeadReferred', data: { ...terms, shares, fromUnit: lead.unit } }];
}

/** The unit that was asked takes the lead. @throws Refusal */
export function acceptReferral(occurredOn: Day, given: GivenLead): LeadEvent[] {
  const referral = pendingReferral(given.lead);
  refuseStep(occurredOn, given);
  refuseUnless(
    !hasExpired(referral, occurredOn),
    'conflict',
    'REFERRAL.EXPIRED',
    `流转已于 ${referral.expiresOn} 到期`,
    'occurredOn',
  );
  return [{ type: 'LeadReferralAccepted', data: { unit: referral.toUnit, occurredOn } }];
}

/** The unit that was asked does not take the lead. @throws Refusal */
export function declineReferral(reason: string, occurredOn: Day, given: GivenLead): LeadEvent[] {
  const { toUnit } = pendingReferral(given.lead);
  refuseStep(occurredOn, given);
  return [{ type: 'LeadReferralDeclined', data: { toUnit, reason, occurredOn } }];
}

/** The unit that offered the lead takes the offer back. @throws Refusal */
export function withdrawReferral(reason: string, occurredOn: Day, given: GivenLead): LeadEvent[] {
  pendingReferral(given.lead);
  refuseStep(occurredOn, given);
  return [{ type: 'LeadReferralWithdrawn', data: { reason, occurredOn } }];
}

/** @throws Refusal REFERRAL.NONE when no unit has been asked to take the lead. */
export function pendingReferral({ referral }: Lead): LeadReferred['data'] {
  refuseUnless(referral, 'conflict', 'REFERRAL.NONE', '线索没有待答复的流转');
  return referral;
}

const hasExpired = ({ expiresOn }: LeadReferred['data'], day: Day): boolean =>
  expiresOn !== undefined && day > expiresOn;
