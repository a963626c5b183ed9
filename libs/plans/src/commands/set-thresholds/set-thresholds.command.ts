import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, IntegerField } from '#libs/contract';
import { type Day } from '#libs/values';

export class SetThresholdsBody extends CommandBody {
  @IntegerField('计划日期前多少天起亮黄灯', 0, 366) yellowDays: number;
  @IntegerField('超过计划日期多少天后亮红灯', 0, 366) redDays: number;
  @DayField('确定日期') occurredOn: Day;
}

export class SetThresholds extends Command<Answer> {
  constructor(
    readonly body: SetThresholdsBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
