import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, IntroducerBody, IntroducerField, TextField } from '#libs/contract';
import { type CreditCode, type Day, type Money, type Tier } from '#libs/values';
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

export class ReviseLeadBody extends CommandBody {
  @TextField('线索名称', 200, { optional: true }) title?: string;
  @EnterpriseField({ optional: true }) enterprise?: string;
  @CreditCodeField() creditCode?: CreditCode;
  @RegionField() region?: string;
  @ExpectedInvestmentField({ optional: true }) expectedInvestment?: Money;
  @ChainField() chain?: string;
  @TiersField() tiers?: Tier[];
  @ChannelField({ optional: true }) channel?: LeadChannel;
  @MethodField() method?: LeadMethod;
  @IntroducerField() introducer?: IntroducerBody;
  @DayField('首次接触日期', { optional: true }) firstContactOn?: Day;
  @DayField('更新日期') occurredOn: Day;
}

export class ReviseLead extends Command<Answer> {
  constructor(
    readonly leadId: string,
    readonly body: ReviseLeadBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
