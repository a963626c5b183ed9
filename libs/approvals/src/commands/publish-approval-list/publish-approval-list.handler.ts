import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { approvalListDecider } from '../../domain/approval-list.decider.js';
import { APPROVAL_LIST_STREAM } from '../../domain/approval-list.events.js';
import { PublishApprovalList } from './publish-approval-list.command.js';

/** Answers with the number of the version. */
@CommandHandler(PublishApprovalList)
export class PublishApprovalListHandler implements ICommandHandler<PublishApprovalList> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ body, context }: PublishApprovalList): Promise<Answer> {
    const done = await this.runner.run({
      stream: APPROVAL_LIST_STREAM,
      decider: approvalListDecider,
      command: { kind: 'publish-approval-list', list: factsOf(body), today: context.today },
      context,
    });
    return answerOf(String(done.revision + 1n), done);
  }
}
