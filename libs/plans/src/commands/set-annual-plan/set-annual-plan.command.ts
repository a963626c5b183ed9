import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, IntegerField, MoneyField, MonthField } from '#libs/contract';
import { type Day, type Money, type Month } from '#libs/values';

export class SetAnnualPlanBody extends CommandBody {
  @IntegerField('年份', 2000, 2100) year: number;
  @MoneyField('年度计划投资（万元）') investment: Money;
  @MonthField('计划开工月份', { optional: true }) startMonth?: Month;
  @MonthField('计划竣工月份', { optional: true }) completionMonth?: Month;
  @MonthField('计划投产月份', { optional: true }) productionMonth?: Month;
  @DayField('计划下达日期') occurredOn: Day;
}

export class SetAnnualPlan extends Command<Answer> {
  constructor(
    readonly projectId: string,
    readonly body: SetAnnualPlanBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
