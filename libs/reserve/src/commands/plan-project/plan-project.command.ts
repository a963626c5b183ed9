import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { ChoiceField, CommandBody, DayField, MoneyField, TextField, UnitField } from '#libs/contract';
import { type Day, type Money, type UnitCode } from '#libs/values';
import { FUNDINGS, type Funding } from '../../domain/reserve.events.js';

export class PlanProjectBody extends CommandBody {
  @TextField('谋划项目名称', 200) name: string;
  @UnitField('谋划单位代码') unit: UnitCode;
  @TextField('谋划思路', 1000) idea: string;
  @ChoiceField('投资来源：market 须选商，fiscal 财政投资', FUNDINGS) funding: Funding;
  @MoneyField('计划投资（万元）') plannedInvestment: Money;
  @TextField('拟选址', 200, { optional: true }) place?: string;
  @TextField('产业链', 50, { optional: true }) chain?: string;
  @DayField('谋划登记日期') occurredOn: Day;
}

export class PlanProject extends Command<Answer> {
  constructor(
    readonly reserveId: string,
    readonly body: PlanProjectBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
