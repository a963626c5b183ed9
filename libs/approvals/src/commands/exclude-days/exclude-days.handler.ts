import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeAsDepartment } from '../change-approval.js';
import { ExcludeDays } from './exclude-days.command.js';

@CommandHandler(ExcludeDays)
export class ExcludeDaysHandler implements ICommandHandler<ExcludeDays> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ approvalId, body, context }: ExcludeDays): Promise<Answer> {
    return changeAsDepartment(this.runner, approvalId, context, {
      kind: 'exclude-days',
      exclusion: factsOf(body),
      today: context.today,
    });
  }
}
