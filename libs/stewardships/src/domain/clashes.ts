import { refuseUnless } from '#libs/eventsourcing';
import { type AccountCode, type Day } from '#libs/values';
import { type Purpose } from './stewardship.events.js';
import { type Attachment } from './stewardship.state.js';

/** A leader for a purpose from a day on, until just before another. */
interface Term {
  readonly account: AccountCode;
  readonly purpose: Purpose;
  readonly from: Day;
  readonly until?: Day;
}

/** @throws Refusal STEWARD.ALREADY_ATTACHED, STEWARD.FIRST_RESPONSIBLE_TAKEN when some day would be in both of two terms. */
export function refuseClash(term: Term, others: readonly Attachment[], field = 'account'): void {
  const meanwhile = others.filter((other) => overlap(term, termOf(other)));
  const twice = meanwhile.some(({ account }) => account === term.account);
  refuseUnless(!twice, 'conflict', 'STEWARD.ALREADY_ATTACHED', '该领导在此期间已挂钩该企业、园区或区县', field);
  const taken =
    term.purpose === 'first-responsible' && meanwhile.find(({ purpose }) => purpose === 'first-responsible');
  refuseUnless(
    !taken,
    'conflict',
    'STEWARD.FIRST_RESPONSIBLE_TAKEN',
    '在此期间已有第一责任人，须先解除或由其接替',
    field === 'account' ? 'purpose' : field,
  );
}

export const termOf = ({ account, purpose, from, detached }: Attachment): Term => ({
  account,
  purpose,
  from,
  until: detached?.on,
});

const overlap = (one: Term, other: Term): boolean =>
  lasts(one) && lasts(other) && startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
const startsBeforeEnd = ({ from }: Term, { until }: Term): boolean => until === undefined || from < until;
const lasts = ({ from, until }: Term): boolean => until === undefined || from < until;
