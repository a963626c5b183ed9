import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField } from '#libs/contract';
import { type Day } from '#libs/values';

export class ResumeClockBody extends CommandBody {
  @DayField('恢复计时日期（该日起计入期限）') occurredOn: Day;
}

export class ResumeClock extends Command<Answer> {
  constructor(
    readonly approvalId: string,
    readonly body: ResumeClockBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
