import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeAsDepartment } from '../change-approval.js';
import { AskSupplement } from './ask-supplement.command.js';

@CommandHandler(AskSupplement)
export class AskSupplementHandler implements ICommandHandler<AskSupplement> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ approvalId, body, context }: AskSupplement): Promise<Answer> {
    return changeAsDepartment(this.runner, approvalId, context, {
      kind: 'ask-supplement',
      ...factsOf(body),
      today: context.today,
    });
  }
}
