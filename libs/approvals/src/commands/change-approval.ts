import { requireMember, requireReach } from '#libs/access';
import {
  type Answer,
  type CommandContext,
  type CommandRunner,
  type Preparable,
  answerOf,
  preparation,
} from '#libs/command-handling';
import { requireProject } from '#libs/projects';
import { type ApprovalCommand } from '../domain/approval.commands.js';
import { approvalDecider } from '../domain/approval.decider.js';
import { approvalStream } from '../domain/approval.events.js';
import { type ApprovalState } from '../domain/approval.state.js';

type Change = (
  runner: CommandRunner,
  approvalId: string,
  context: CommandContext,
  command: ApprovalCommand,
) => Promise<Answer>;

/** Runs a command on an approval, by someone of the very department that decides on it. */
export const changeAsDepartment: Change = (runner, approvalId, context, command) =>
  change(runner, approvalId, context, command, (approval) => {
    if (approval) requireMember(context.actor, approval.department);
  });

/** Runs a command on an approval, by someone who can act for the unit that answers for its project now. */
export const changeAsApplicant: Change = (runner, approvalId, context, command) =>
  change(runner, approvalId, context, async () => {
    const { state } = await runner.load(approvalStream(approvalId), approvalDecider);
    if (state) requireReach(context.actor, (await requireProject(runner, state.projectId)).unit);
    return command;
  });

async function change(
  runner: CommandRunner,
  approvalId: string,
  context: CommandContext,
  command: Preparable<ApprovalCommand>,
  authorize?: (approval: ApprovalState) => void,
): Promise<Answer> {
  const stream = approvalStream(approvalId);
  const work = { stream, decider: approvalDecider, command: preparation(command), context, authorize };
  return answerOf(approvalId, await runner.runPrepared(work));
}
