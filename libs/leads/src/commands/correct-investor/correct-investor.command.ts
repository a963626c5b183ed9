import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, IdField, TextField } from '#libs/contract';
import { type CreditCode, type Day } from '#libs/values';
import { EnterpriseField } from '../lead-details.js';

export class CorrectInvestorBody extends CommandBody {
  @EnterpriseField() enterprise: string;
  @IdField('被更正的事件') correctsEventId: string;
  @TextField('更正的原因', 1000) reason: string;
  @DayField('更正日期') occurredOn: Day;
}

/** The credit code belongs to another investor than it was first met with. */
export class CorrectInvestor extends Command<Answer> {
  constructor(
    readonly creditCode: CreditCode,
    readonly body: CorrectInvestorBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
