import { refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type Day } from '#libs/values';
import { type Lead } from './lead.state.js';
import { type LeadStatus, STATUS_NAMES } from './vocabulary.js';

/** A lead that exists, and the day of the command. */
export interface GivenLead {
  readonly lead: Lead;
  readonly today: Day;
}

/** @throws Refusal LEAD.WRONG_STATUS unless the lead stands in one of the statuses. */
export const refuseUnlessIs = (lead: Lead, statuses: readonly LeadStatus[], what: string): void =>
  refuseUnless(
    statuses.includes(lead.status),
    'conflict',
    'LEAD.WRONG_STATUS',
    `线索状态为“${STATUS_NAMES[lead.status]}”，不能${what}`,
  );

/** @throws Refusal when the step lies in the future, or before the lead's last step. */
export const refuseStep = (day: Day, { lead, today }: GivenLead): void => {
  refuseFuture(day, today);
  refuseBefore(day, lead.since, '上一步');
};

/** @throws Refusal LEAD.REFERRAL_PENDING while another unit is asked to take the lead. */
export const refuseWhileReferred = ({ referral }: Lead): void =>
  refuseUnless(
    !referral,
    'conflict',
    'LEAD.REFERRAL_PENDING',
    `线索正流转给 ${referral?.toUnit}，须先由其答复或撤回流转`,
  );
