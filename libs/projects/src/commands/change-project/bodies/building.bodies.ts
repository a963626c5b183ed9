import { IntersectionType } from '@nestjs/swagger';
import {
  ChoiceField,
  CommandBody,
  DayField,
  FlagField,
  IntegerField,
  MoneyField,
  MonthField,
  TextField,
} from '#libs/contract';
import { type Day, type Money, type Month } from '#libs/values';
import { type CapitalFigures, type HandoverTerms, type ProgressFigures } from '../../../domain/project.commands.js';
import { CURRENCIES, type Currency, ORIGINS, type Origin } from '../../../domain/project.events.js';
import { ClaimBody, PermitBody } from './claim.bodies.js';

const WHOLE = 100;

/** A milestone of which nothing is said but its day and its proof. */
export class ReachMilestoneBody extends IntersectionType(ClaimBody, CommandBody) {}

/** A start, which a permit may prove. */
export class StartBody extends IntersectionType(ClaimBody, PermitBody, CommandBody) {}

export class HandoverTermsBody extends ClaimBody implements HandoverTerms {
  @TextField('接收方', 200, { optional: true }) receiver?: string;
}

export class HandOverAssetsBody extends IntersectionType(HandoverTermsBody, CommandBody) {}

export class ProgressFiguresBody implements ProgressFigures {
  @MonthField('月份') month: Month;
  @MoneyField('当月完成投资（万元）') investment: Money;
  @TextField('形象进度', 1000, { optional: true }) physicalProgress?: string;
  @IntegerField('累计形象进度（%）', 0, WHOLE, { optional: true }) physicalPercent?: number;
}

export class ReportProgressBody extends IntersectionType(ProgressFiguresBody, CommandBody) {}

export class CapitalFiguresBody extends ClaimBody implements CapitalFigures {
  @MoneyField('到位金额（万，按币种）') amount: Money;
  @ChoiceField('币种', CURRENCIES) currency: Currency;
  @MoneyField('汇率（1 单位外币折合人民币；人民币为 1）') rate: string;
  @ChoiceField('内资或外资', ORIGINS) origin: Origin;
}

export class RecordCapitalBody extends IntersectionType(CapitalFiguresBody, CommandBody) {}

export class SuspendProjectBody extends CommandBody {
  @TextField('停工原因', 1000) cause: string;
  @FlagField('是否不可抗力') forceMajeure: boolean;
  @DayField('停工日期') occurredOn: Day;
  @DayField('复工日期（补记已结束的停工）', { optional: true }) resumedOn?: Day;
}

export class ResumeProjectBody extends CommandBody {
  @TextField('复工情况', 1000, { optional: true }) note?: string;
  @DayField('复工日期') occurredOn: Day;
}
