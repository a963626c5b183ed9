import { requireReach } from '#libs/access';
import { type Answer, type CommandContext, type CommandRunner, answerOf } from '#libs/command-handling';
import { type LeadCommand, leadDecider } from '../domain/lead.decider.js';
import { leadStream } from '../domain/lead.events.js';

/** Runs a command on a lead that exists, by someone who can act for its unit. */
export async function changeLead(
  runner: CommandRunner,
  leadId: string,
  context: CommandContext,
  command: LeadCommand,
): Promise<Answer> {
  const done = await runner.run({
    stream: leadStream(leadId),
    decider: leadDecider,
    command,
    context,
    authorize: (lead) => lead && requireReach(context.actor, lead.unit),
  });
  return answerOf(leadId, done);
}
