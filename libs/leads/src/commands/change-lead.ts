import { requireReach } from '#libs/access';
import {
  type Answer,
  type CommandContext,
  type CommandRunner,
  type Preparable,
  answerOf,
  preparation,
} from '#libs/command-handling';
import { type UnitCode } from '#libs/values';
import { type LeadCommand } from '../domain/lead.commands.js';
import { leadDecider } from '../domain/lead.decider.js';
import { leadStream } from '../domain/lead.events.js';
import { type Lead } from '../domain/lead.state.js';

/** Whose step it is: by default the unit's that answers for the lead. */
export type StepOwner = (lead: Lead) => UnitCode;

const answeringUnit: StepOwner = ({ unit }) => unit;

/** The unit that was asked to take the lead: the answer is its own. Without a referral the decider has the say. */
export const offeredUnit: StepOwner = ({ referral, unit }) => referral?.toUnit ?? unit;

/** Runs a command on a lead that exists, by someone who can act for the unit whose step it is. */
export async function changeLead(
  runner: CommandRunner,
  leadId: string,
  context: CommandContext,
  command: Preparable<LeadCommand>,
  ownerOf: StepOwner = answeringUnit,
): Promise<Answer> {
  const done = await runner.runPrepared({
    stream: leadStream(leadId),
    decider: leadDecider,
    command: preparation(command),
    context,
    authorize: (lead) => lead && requireReach(context.actor, ownerOf(lead)),
  });
  return answerOf(leadId, done);
}
