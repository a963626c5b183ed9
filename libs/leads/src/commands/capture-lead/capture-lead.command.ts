import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import {
  AccountField,
  CommandBody,
  DayField,
  IntroducerBody,
  IntroducerField,
  TextField,
  UnitField,
} from '#libs/contract';
import { type AccountCode, type CreditCode, type Day, type Money, type UnitCode, type Tier } from '#libs/values';
import { type LeadChannel, type LeadMethod } from '../../domain/vocabulary.js';
import {
  ChainField,
  ChannelField,
  CreditCodeField,
  EnterpriseField,
  ExpectedInvestmentField,
  MethodField,
  RegionField,
  TiersField,
} from '../lead-details.js';

export class CaptureLeadBody extends CommandBody {
  @TextField('线索名称', 200) title: string;
  @UnitField('报送单位代码') unit: UnitCode;
  @AccountField('报送人账号（不填姓名）', { optional: true }) capturedBy?: AccountCode;
  @EnterpriseField() enterprise: string;
  @CreditCodeField() creditCode?: CreditCode;
  @RegionField() region?: string;
  @ExpectedInvestmentField() expectedInvestment: Money;
  @ChainField() chain?: string;
  @TiersField() tiers?: Tier[];
  @ChannelField() channel: LeadChannel;
  @MethodField() method?: LeadMethod;
  @IntroducerField() introducer?: IntroducerBody;
  @DayField('首次接触日期（未填即登记日期）', { optional: true }) firstContactOn?: Day;
  @DayField('登记日期') occurredOn: Day;
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
