import { IntersectionType } from '@nestjs/swagger';
import { AreaField, ChoiceField, CommandBody, DayField, ListField, MoneyField, TextField } from '#libs/contract';
import { type Area, type Day, type Money } from '#libs/values';
import {
  type Instalment,
  ORIGINS,
  type Origin,
  TERMINATING_PARTIES,
  type Terms,
  type TerminatingParty,
} from '../../../domain/project.events.js';
import { ClaimBody, ReasonBody } from './claim.bodies.js';

const MOST_INSTALMENTS = 60;

export class InstalmentBody implements Instalment {
  @DayField('约定到位日期') by: Day;
  @MoneyField('约定到位资金（万元）') amount: Money;
}

/** What a contract says. */
export class TermsBody implements Terms {
  @TextField('合同编号', 100, { optional: true }) contractNo?: string;
  @TextField('签约企业', 200, { optional: true }) enterprise?: string;
  @MoneyField('总投资（万元）') totalInvestment: Money;
  @MoneyField('固定资产投资（万元）') fixedAssetInvestment: Money;
  @DayField('约定注册日期', { optional: true }) registerBy?: Day;
  @DayField('约定开工日期', { optional: true }) startBy?: Day;
  @DayField('约定竣工日期', { optional: true }) completeBy?: Day;
  @DayField('约定投产日期', { optional: true }) produceBy?: Day;
  @MoneyField('约定年产值（万元）', { optional: true }) outputPerYear?: Money;
  @MoneyField('约定亩均税收（万元）', { optional: true }) taxPerMu?: Money;
  @AreaField('约定用地（亩）', { optional: true }) landMu?: Area;
  @ListField('出资计划', () => InstalmentBody, MOST_INSTALMENTS, { optional: true }) capitalSchedule?: InstalmentBody[];
  @ChoiceField('内资或外资', ORIGINS, { optional: true }) origin?: Origin;
  @TextField('投资方所在地', 100, { optional: true }) region?: string;
}

/** A contract as it was signed. */
export class ContractTermsBody extends IntersectionType(TermsBody, ClaimBody) {}

export class SignContractBody extends IntersectionType(ContractTermsBody, CommandBody) {}

/** The whole contract as it reads after the amendment. */
export class AmendmentTermsBody extends IntersectionType(TermsBody, ClaimBody, ReasonBody) {}

export class AmendContractBody extends IntersectionType(AmendmentTermsBody, CommandBody) {}

export class TerminateContractBody extends IntersectionType(ClaimBody, ReasonBody, CommandBody) {
  @ChoiceField('终止方', TERMINATING_PARTIES) by: TerminatingParty;
}
