import { type CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { leadDecider } from '../domain/lead.decider.js';
import { leadStream } from '../domain/lead.events.js';
import { type Lead } from '../domain/lead.state.js';

/** A lead as it stands in the log. @throws Refusal LEAD.UNKNOWN */
export async function requireLead(runner: CommandRunner, leadId: string): Promise<Lead> {
  const { state } = await runner.read(leadStream(leadId), leadDecider);
  refuseUnless(state, 'not-found', 'LEAD.UNKNOWN', '没有这条线索');
  return state;
}
