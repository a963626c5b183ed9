import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { localUnitOf, refuseFake, requireProject } from '#libs/projects';
import { requireUnit } from '#libs/units';
import { approvalDecider } from '../../domain/approval.decider.js';
import { approvalId, approvalStream } from '../../domain/approval.events.js';
import { approvalListDecider } from '../../domain/approval-list.decider.js';
import { APPROVAL_LIST_STREAM, approvalListOn } from '../../domain/approval-list.events.js';
import { RequestApproval } from './request-approval.command.js';

/**
 * The id follows from project, kind and paper, so that one stream sees every attempt at the same approval. Nothing is
 * asked for a project found fake (features.md P12). What it requires is by the list of the day (清单制).
 */
@CommandHandler(RequestApproval)
export class RequestApprovalHandler implements ICommandHandler<RequestApproval> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ projectId, body, context }: RequestApproval): Promise<Answer> {
    const id = approvalId(projectId, body.kind, body.paper);
    const done = await this.runner.runPrepared({
      stream: approvalStream(id),
      decider: approvalDecider,
      command: async () => {
        const project = await requireProject(this.runner, projectId);
        requireReach(context.actor, project.unit);
        refuseFake(project);
        await requireUnit(this.runner, body.department, 'department', body.occurredOn);
        if (body.agentUnit) await requireUnit(this.runner, body.agentUnit, 'agentUnit', body.occurredOn);
        const units = { unit: project.unit, localUnit: localUnitOf(project) };
        const { state: versions } = await this.runner.read(APPROVAL_LIST_STREAM, approvalListDecider);
        const list = approvalListOn(versions, body.occurredOn);
        const request = { ...factsOf(body), projectId, ...units };
        return { kind: 'request' as const, request, list, today: context.today };
      },
      context,
    });
    return answerOf(id, done);
  }
}
