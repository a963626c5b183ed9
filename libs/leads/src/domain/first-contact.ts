import { type Decider, type DomainEvent, refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type CreditCode, type Day, type Evidence, type UnitCode } from '#libs/values';

/** A unit says that it met the investor first, on `contactOn`, through its lead. `unit` claims. */
export type FirstContactClaimed = DomainEvent<
  'FirstContactClaimed',
  {
    leadId: string;
    unit: UnitCode;
    enterprise: string;
    creditCode?: CreditCode;
    contactOn: Day;
    evidence: Evidence[];
    occurredOn: Day;
  }
>;
/** The investor's first contact is decided for `unit` and its lead. */
export type FirstContactSettled = DomainEvent<
  'FirstContactSettled',
  { leadId: string; unit: UnitCode; reason: string; occurredOn: Day }
>;
/** The decision stands no more: the claims are as open as before it. */
export type FirstContactReopened = DomainEvent<'FirstContactReopened', { reason: string; occurredOn: Day }>;
export type FirstContactEvent = FirstContactClaimed | FirstContactSettled | FirstContactReopened;

/** `held`: one unit claims it; `contested`: several do; `settled`: decided for one. */
export type FirstContactStanding = 'held' | 'contested' | 'settled';

export interface FirstContact {
  readonly standing: FirstContactStanding;
  readonly claims: readonly FirstContactClaimed['data'][];
  readonly settlement?: FirstContactSettled['data'];
}
export type FirstContactState = FirstContact | undefined;

export type FirstContactCommand = { readonly today: Day } & (
  | { readonly kind: 'claim-first-contact'; readonly claim: FirstContactClaimed['data'] }
  | {
      readonly kind: 'settle-first-contact';
      readonly leadId: string;
      readonly reason: string;
      readonly occurredOn: Day;
    }
  | { readonly kind: 'reopen-first-contact'; readonly reason: string; readonly occurredOn: Day }
);

/** 首谈 (features.md L6): a unit claims it once a lead; whoever else claims it contests it, until it is settled. */
export const firstContactDecider: Decider<FirstContactCommand, FirstContactState, FirstContactEvent> = {
  initialState: undefined,

  decide(command, state) {
    if (command.kind === 'reopen-first-contact') return reopen(command, state);
    refuseUnless(state?.standing !== 'settled', 'conflict', 'FIRST_CONTACT.SETTLED', '该投资方的首谈已裁定');
    if (command.kind === 'claim-first-contact') return claim(command.claim, state, command.today);
    const { leadId, reason, occurredOn } = command;
    const winner = state?.claims.find((each) => each.leadId === leadId);
    refuseUnless(winner, 'conflict', 'FIRST_CONTACT.NOT_CLAIMED', '该线索没有申报首谈，不能裁定归其所有');
    refuseFuture(occurredOn, command.today);
    const last = state?.claims.at(-1);
    if (last) refuseBefore(occurredOn, last.occurredOn, '申报');
    return [{ type: 'FirstContactSettled', data: { leadId, unit: winner.unit, reason, occurredOn } }];
  },

  evolve(state, event) {
    if (event.type === 'FirstContactSettled')
      return { claims: state?.claims ?? [], standing: 'settled', settlement: event.data };
    const claims = state?.claims ?? [];
    return event.type === 'FirstContactClaimed' ? claimed([...claims, event.data]) : claimed(claims);
  },
};

const claimed = (claims: FirstContact['claims']): FirstContact => ({
  claims,
  standing: new Set(claims.map(({ unit }) => unit)).size > 1 ? 'contested' : 'held',
});

function reopen(
  { reason, occurredOn, today }: Extract<FirstContactCommand, { kind: 'reopen-first-contact' }>,
  state: FirstContactState,
): FirstContactEvent[] {
  const settlement = state?.settlement;
  refuseUnless(settlement, 'conflict', 'FIRST_CONTACT.NOT_SETTLED', '该投资方的首谈没有裁定可撤销');
  refuseFuture(occurredOn, today);
  refuseBefore(occurredOn, settlement.occurredOn, '裁定');
  return [{ type: 'FirstContactReopened', data: { reason, occurredOn } }];
}

function claim(data: FirstContactClaimed['data'], state: FirstContactState, today: Day): FirstContactEvent[] {
  refuseUnless(
    !state?.claims.some(({ leadId }) => leadId === data.leadId),
    'conflict',
    'FIRST_CONTACT.ALREADY_CLAIMED',
    '该线索已申报首谈',
  );
  refuseFuture(data.occurredOn, today);
  refuseBefore(data.occurredOn, data.contactOn, '首次接触');
  return [{ type: 'FirstContactClaimed', data }];
}
