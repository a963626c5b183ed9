import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeAsDepartment } from '../change-approval.js';
import { ResumeClock } from './resume-clock.command.js';

@CommandHandler(ResumeClock)
export class ResumeClockHandler implements ICommandHandler<ResumeClock> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ approvalId, body, context }: ResumeClock): Promise<Answer> {
    return changeAsDepartment(this.runner, approvalId, context, {
      kind: 'resume-clock',
      ...factsOf(body),
      today: context.today,
    });
  }
}
