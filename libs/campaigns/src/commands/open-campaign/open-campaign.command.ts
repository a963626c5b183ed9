import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, ListField, MoneyField, ObjectField, TextField, UnitListField } from '#libs/contract';
import { type Day, type Money, type UnitCode } from '#libs/values';
import { type Contest } from '../../domain/campaign.events.js';

const MAX_CONTESTS = 30;
const MAX_ENTRANTS = 500;

export class ContestBody implements Contest {
  @TextField('指标代码', 40) metric: string;
  @MoneyField('总投资下限（万元，含）', { optional: true }) minInvestment?: Money;
  @MoneyField('总投资上限（万元，不含）', { optional: true }) maxInvestment?: Money;
  @MoneyField('固定资产投资下限（万元，含）', { optional: true }) minFixedAssets?: Money;
  @MoneyField('固定资产投资上限（万元，不含）', { optional: true }) maxFixedAssets?: Money;
  @TextField('产业链', 50, { optional: true }) chain?: string;
}

export class PeriodBody {
  @DayField('起始日') from: Day;
  @DayField('截止日') to: Day;
}

export class OpenCampaignBody extends CommandBody {
  @TextField('竞赛名称', 100) name: string;
  @ObjectField('竞赛期，可跨年', () => PeriodBody) period: PeriodBody;
  @ListField('比赛指标', () => ContestBody, MAX_CONTESTS) contests: ContestBody[];
  @UnitListField('参赛单位', MAX_ENTRANTS) entrants: UnitCode[];
  @DayField('发起日期') occurredOn: Day;
}

export class OpenCampaign extends Command<Answer> {
  constructor(
    readonly campaignId: string,
    readonly body: OpenCampaignBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
