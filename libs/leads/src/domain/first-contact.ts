import { type Decider, refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type Day } from '#libs/values';
import { type FirstContactClaimed, type FirstContactEvent, type FirstContactSettled } from './first-contact.events.js';
import { LEAD_TITLES } from './titles.js';

/** `held`: one unit claims it; `contested`: several do; `settled`: decided for one. */
export type FirstContactStanding = 'held' | 'contested' | 'settled';

export interface FirstContact {
  readonly standing: FirstContactStanding;
  readonly claims: readonly FirstContactClaimed['data'][];
  readonly settlement?: FirstContactSettled['data'];
}
/** `undefined` while nobody claims it. */
export type FirstContactState = FirstContact | undefined;

interface Reasoned {
  readonly reason: string;
  readonly occurredOn: Day;
}
export type FirstContactCommand = { readonly today: Day } & (
  | { readonly kind: 'claim-first-contact'; readonly claim: FirstContactClaimed['data'] }
  | ({ readonly kind: 'void-first-contact'; readonly leadId: string } & Reasoned)
  | ({ readonly kind: 'settle-first-contact'; readonly leadId: string } & Reasoned)
  | ({ readonly kind: 'reopen-first-contact' } & Reasoned)
);
type CommandOf<Kind extends FirstContactCommand['kind']> = Extract<FirstContactCommand, { kind: Kind }>;

/** 首谈 (features.md L6): a unit claims it once a lead; whoever else claims it contests it, until it is settled. */
export const firstContactDecider: Decider<FirstContactCommand, FirstContactState, FirstContactEvent> = {
  knows: LEAD_TITLES,
  initialState: undefined,

  decide(command, state) {
    if (command.kind === 'reopen-first-contact') return reopen(command, state);
    refuseUnless(state?.standing !== 'settled', 'conflict', 'FIRST_CONTACT.SETTLED', '该投资方的首谈已裁定');
    switch (command.kind) {
      case 'claim-first-contact':
        return claim(command.claim, state, command.today);
      case 'void-first-contact':
        return voidClaim(command, state);
      case 'settle-first-contact':
        return settle(command, state);
    }
  },

  evolve(state, event) {
    const claims = state?.claims ?? [];
    switch (event.type) {
      case 'FirstContactClaimed':
        return claimed([...claims, event.data]);
      case 'FirstContactClaimVoided':
        return claimed(claims.filter(({ leadId }) => leadId !== event.data.leadId));
      case 'FirstContactSettled':
        return { claims, standing: 'settled', settlement: event.data };
      case 'FirstContactReopened':
        return claimed(claims);
    }
  },
};

const claimed = (claims: FirstContact['claims']): FirstContactState =>
  claims.length === 0
    ? undefined
    : { claims, standing: new Set(claims.map(({ unit }) => unit)).size > 1 ? 'contested' : 'held' };

function claim(data: FirstContactClaimed['data'], state: FirstContactState, today: Day): FirstContactEvent[] {
  const free = !state?.claims.some(({ leadId }) => leadId === data.leadId);
  refuseUnless(free, 'conflict', 'FIRST_CONTACT.ALREADY_CLAIMED', '该线索已申报首谈');
  refuseFuture(data.occurredOn, today);
  refuseBefore(data.occurredOn, data.contactOn, '首次接触');
  return [{ type: 'FirstContactClaimed', data }];
}

/** Takes a claim back (features.md P12). A decision that rests on it is to be reopened first. */
function voidClaim(command: CommandOf<'void-first-contact'>, state: FirstContactState): FirstContactEvent[] {
  const { leadId, reason, occurredOn } = command;
  const claim = state?.claims.find((each) => each.leadId === leadId);
  refuseUnless(claim, 'conflict', 'FIRST_CONTACT.NOT_CLAIMED', '该线索没有申报首谈，无可作废');
  refuseFuture(occurredOn, command.today);
  refuseBefore(occurredOn, claim.occurredOn, '申报');
  return [{ type: 'FirstContactClaimVoided', data: { leadId, reason, occurredOn } }];
}

function settle(command: CommandOf<'settle-first-contact'>, state: FirstContactState): FirstContactEvent[] {
  const { leadId, reason, occurredOn } = command;
  const winner = state?.claims.find((each) => each.leadId === leadId);
  refuseUnless(winner, 'conflict', 'FIRST_CONTACT.NOT_CLAIMED', '该线索没有申报首谈，不能裁定归其所有');
  refuseFuture(occurredOn, command.today);
  const last = state?.claims.at(-1);
  if (last) refuseBefore(occurredOn, last.occurredOn, '申报');
  return [{ type: 'FirstContactSettled', data: { leadId, unit: winner.unit, reason, occurredOn } }];
}

function reopen(
  { reason, occurredOn, today }: CommandOf<'reopen-first-contact'>,
  state: FirstContactState,
): FirstContactEvent[] {
  const settlement = state?.settlement;
  refuseUnless(settlement, 'conflict', 'FIRST_CONTACT.NOT_SETTLED', '该投资方的首谈没有裁定可撤销');
  refuseFuture(occurredOn, today);
  refuseBefore(occurredOn, settlement.occurredOn, '裁定');
  return [{ type: 'FirstContactReopened', data: { reason, occurredOn } }];
}
