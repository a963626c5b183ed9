import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { ChoiceField, CommandBody, DayField, MoneyField, TextField, UnitField } from '#libs/contract';
import { type Day, type Money, type UnitCode } from '#libs/values';
import { LEAD_CHANNELS, type LeadChannel } from '../../domain/lead.events.js';

export class CaptureLeadBody extends CommandBody {
  @TextField('线索名称', 200) title: string;
  @UnitField('报送单位代码') unit: UnitCode;
  @TextField('企业名称', 200) enterprise: string;
  @TextField('统一社会信用代码', 18, { optional: true }) creditCode?: string;
  @TextField('企业所在地', 100, { optional: true }) region?: string;
  @MoneyField('预计投资（万元）') expectedInvestment: Money;
  @TextField('产业链', 50, { optional: true }) chain?: string;
  @ChoiceField('线索来源', LEAD_CHANNELS) channel: LeadChannel;
  @DayField('首次接触日期') occurredOn: Day;
}

export class CaptureLead extends Command<Answer> {
  constructor(
    readonly leadId: string,
    readonly body: CaptureLeadBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
