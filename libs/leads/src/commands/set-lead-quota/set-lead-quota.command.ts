import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import {
  AccountField,
  ChoiceField,
  CommandBody,
  IntegerField,
  ListField,
  MonthField,
  TextField,
  UnitField,
} from '#libs/contract';
import { type AccountCode, type Month, type UnitCode } from '#libs/values';
import { type Debtor, QUOTA_METRICS, type QuotaMetric } from '../../domain/quota.events.js';

const MOST_DEBTORS = 2000;
const MOST_A_MONTH = 1000;

export class DebtorBody implements Debtor {
  @UnitField('单位代码') unit: UnitCode;
  @AccountField('人员账号（未填即由单位整体承担）', { optional: true }) person?: AccountCode;
}

export class SetLeadQuotaBody extends CommandBody {
  @TextField('任务名称', 100) name: string;
  @ChoiceField('计数口径：登记的线索，或认定有效的线索', QUOTA_METRICS) metric: QuotaMetric;
  @IntegerField('每月条数', 1, MOST_A_MONTH) perMonth: number;
  @ListField('由谁承担', () => DebtorBody, MOST_DEBTORS) who: DebtorBody[];
  @MonthField('起算月份') from: Month;
}

export class SetLeadQuota extends Command<Answer> {
  constructor(
    readonly code: string,
    readonly body: SetLeadQuotaBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
