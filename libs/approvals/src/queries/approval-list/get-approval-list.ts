import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '#libs/command-handling';
import { approvalListDecider } from '../../domain/approval-list.decider.js';
import { APPROVAL_LIST_STREAM, type ApprovalListState } from '../../domain/approval-list.events.js';

interface ListAnswer {
  readonly versions: ApprovalListState;
}

/** Every version of the list of approvals (清单制), the oldest first. */
export class GetApprovalList extends Query<ListAnswer> {}

@QueryHandler(GetApprovalList)
export class GetApprovalListHandler implements IQueryHandler<GetApprovalList> {
  constructor(private readonly runner: CommandRunner) {}

  async execute(): Promise<ListAnswer> {
    const { state: versions } = await this.runner.read(APPROVAL_LIST_STREAM, approvalListDecider);
    return { versions };
  }
}
