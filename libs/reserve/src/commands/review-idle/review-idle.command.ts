import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, IntegerField, UnitField } from '#libs/contract';
import { type Day, type UnitCode } from '#libs/values';
import { LONGEST_IDLE_DAYS } from '../change-reserve/bodies.js';

export class ReviewIdleBody extends CommandBody {
  @DayField('清查日：停滞天数算到该日') on: Day;
  @IntegerField('停滞满多少天即列为僵尸项目', 1, LONGEST_IDLE_DAYS) idleDays: number;
  @UnitField('只清查该单位的储备项目', { optional: true }) unit?: UnitCode;
}

/** Flags every idle entry of the library; answers with the review, which names them. */
export class ReviewIdle extends Command<Answer> {
  constructor(
    readonly reviewId: string,
    readonly body: ReviewIdleBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
