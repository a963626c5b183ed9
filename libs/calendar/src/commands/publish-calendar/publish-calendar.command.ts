import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, DayListField, IntegerField } from '#libs/contract';
import { type Day } from '#libs/values';

export class PublishCalendarBody extends CommandBody {
  @IntegerField('年份', 2000, 2100) year: number;
  @DayListField('放假日期（可含周末）', 366) holidays: Day[];
  @DayListField('调休上班的周末日期', 105) workdays: Day[];
  @DayField('通知日期') occurredOn: Day;
}

export class PublishCalendar extends Command<Answer> {
  constructor(
    readonly body: PublishCalendarBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
