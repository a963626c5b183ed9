import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, MonthField, TextField } from '#libs/contract';
import { type Month } from '#libs/values';

export class EndLeadQuotaBody extends CommandBody {
  @MonthField('停止月份（该月起不再计）') from: Month;
  @TextField('停止原因', 1000) reason: string;
}

export class EndLeadQuota extends Command<Answer> {
  constructor(
    readonly code: string,
    readonly body: EndLeadQuotaBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
