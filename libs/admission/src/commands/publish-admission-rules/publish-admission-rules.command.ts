import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import {
  ChoiceField,
  CodeField,
  CommandBody,
  DayField,
  IntegerField,
  ListField,
  MoneyField,
  TextField,
} from '#libs/contract';
import { type Day } from '#libs/values';
import { type Check, type Criterion, MEASURES, type Measure } from '../../domain/rules.events.js';

const MOST_CHECKS = 50;
const MOST_CRITERIA = 20;
const BEST_SCORE = 100;

export class CheckBody implements Check {
  @CodeField('检查项代码') code: string;
  @TextField('检查项名称', 100) name: string;
  @ChoiceField('测算指标（未填即由评审判定）', MEASURES, { optional: true }) measure?: Measure;
  @MoneyField('下限', { optional: true }) atLeast?: string;
}

export class CriterionBody implements Criterion {
  @CodeField('质量评价项代码') code: string;
  @TextField('质量评价项名称', 100) name: string;
  @IntegerField('满分', 1, BEST_SCORE) max: number;
}

/** Empty lists say that nothing is asked for from that day on. */
export class PublishAdmissionRulesBody extends CommandBody {
  @DayField('生效日期') from: Day;
  @ListField('坚决不要的检查项', () => CheckBody, MOST_CHECKS) checks: CheckBody[];
  @ListField('质量评价项', () => CriterionBody, MOST_CRITERIA) criteria: CriterionBody[];
  @IntegerField('质量评价合格分', 0, MOST_CRITERIA * BEST_SCORE) passScore: number;
}

export class PublishAdmissionRules extends Command<Answer> {
  constructor(
    readonly body: PublishAdmissionRulesBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
