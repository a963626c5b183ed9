import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { requireUnit } from '#libs/units';
import { approvalDecider } from '../../domain/approval.decider.js';
import { approvalId, approvalStream } from '../../domain/approval.events.js';
import { unitsOfProject } from '../units-of-project.js';
import { RequestApproval } from './request-approval.command.js';

/** The id follows from project, kind and paper, so that one stream sees every attempt at the same approval. */
@CommandHandler(RequestApproval)
export class RequestApprovalHandler implements ICommandHandler<RequestApproval> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ projectId, body, context }: RequestApproval): Promise<Answer> {
    const id = approvalId(projectId, body.kind, body.paper);
    const done = await this.runner.runPrepared({
      stream: approvalStream(id),
      decider: approvalDecider,
      command: async () => {
        const units = await unitsOfProject(this.runner, projectId);
        requireReach(context.actor, units.unit);
        await requireUnit(this.runner, body.department, 'department', body.occurredOn);
        if (body.agentUnit) await requireUnit(this.runner, body.agentUnit, 'agentUnit', body.occurredOn);
        return { kind: 'request' as const, request: { ...factsOf(body), projectId, ...units }, today: context.today };
      },
      context,
    });
    return answerOf(id, done);
  }
}
