import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import {
  ChoiceListField,
  CodeField,
  CommandBody,
  DayField,
  ListField,
  MoneyField,
  TextField,
  UnitField,
} from '#libs/contract';
import {
  type ClassCondition,
  type Day,
  type Money,
  type SizeClass,
  TIERS,
  type Tier,
  type UnitCode,
} from '#libs/values';

const MOST_CLASSES = 20;
const MOST_CONDITIONS = 20;

export class ClassConditionBody implements ClassCondition {
  @MoneyField('预计投资不低于（万元）', { optional: true }) minInvestment?: Money;
  @ChoiceListField('企业层级，具备其一', TIERS, { optional: true }) tiers?: Tier[];
}

export class SizeClassBody implements SizeClass {
  @CodeField('类别代码') code: string;
  @TextField('类别名称', 50) name: string;
  @ListField('条件，符合其一即属该类', () => ClassConditionBody, MOST_CONDITIONS) when: ClassConditionBody[];
  @UnitField('自动上报至单位', { optional: true }) reportTo?: UnitCode;
}

/** The classes stand in order: a lead is of the first that fits. */
export class PublishClassRulesBody extends CommandBody {
  @DayField('生效日期') from: Day;
  @ListField('类别，按先后取第一个符合的', () => SizeClassBody, MOST_CLASSES) classes: SizeClassBody[];
}

export class PublishClassRules extends Command<Answer> {
  constructor(
    readonly body: PublishClassRulesBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
