import { type Decider, refuseUnless } from '#libs/eventsourcing';
import { type GivenLead } from './given-lead.js';
import { type LeadCommand } from './lead.commands.js';
import { type LeadEvent } from './lead.events.js';
import { type LeadState, evolveLead } from './lead.state.js';
import { acceptReferral, declineReferral, refer, withdrawReferral } from './referral.js';
import { assign, capture, convert, drop, merge, qualify, reject, revise, revive, takeBack, voidLead } from './steps.js';
import { LEAD_TITLES } from './titles.js';

/** The rules of a lead (features.md L1–L3, L6): captured, qualified or rejected, and a qualified one a project, once. */
export const leadDecider: Decider<LeadCommand, LeadState, LeadEvent> = {
  knows: LEAD_TITLES,
  initialState: undefined,

  decide(command, state) {
    if (command.kind === 'capture-lead') {
      refuseUnless(!state, 'conflict', 'LEAD.ALREADY_CAPTURED', '这条线索已登记');
      return capture(command.lead, command.rules, command.today);
    }
    refuseUnless(state, 'not-found', 'LEAD.UNKNOWN', '没有这条线索');
    return decideOn(command, { lead: state, today: command.today });
  },

  evolve: evolveLead,
};

function decideOn(command: Exclude<LeadCommand, { kind: 'capture-lead' }>, given: GivenLead): LeadEvent[] {
  switch (command.kind) {
    case 'revise-lead':
      return revise(command.changes, command.occurredOn, command.rules, given);
    case 'qualify-lead':
      return qualify(command.note, command.occurredOn, command.rules, given);
    case 'reject-lead':
      return reject(command.reason, command.occurredOn, given);
    case 'assign-lead':
      return assign(command, command.occurredOn, given);
    case 'drop-lead':
      return drop(command.reason, command.occurredOn, given);
    case 'revive-lead':
      return revive(command.reason, command.occurredOn, given);
    case 'merge-lead':
      return merge(command.id, command.into, command.reason, command.occurredOn, given);
    case 'refer-lead':
      return refer(command.referral, given);
    case 'accept-referral':
      return acceptReferral(command.occurredOn, given);
    case 'decline-referral':
      return declineReferral(command.reason, command.occurredOn, given);
    case 'withdraw-referral':
      return withdrawReferral(command.reason, command.occurredOn, given);
    case 'convert-lead':
      return convert(command.conversion, given);
    case 'void-lead':
      return voidLead(command.finding, command.occurredOn, given);
    case 'void-step':
      return takeBack(command.facts, given);
  }
}
