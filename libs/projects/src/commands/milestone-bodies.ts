import { AreaField, DayField, EvidenceField, MoneyField, TextField } from '#libs/contract';
import { type Area, type Day, type Evidence, type Money } from '#libs/values';
import { type Claim, type ContractTerms, type LandTerms, type OutputTerms } from '../domain/project.commands.js';

/** When a milestone was reached, and the papers that prove it. */
export class ClaimBody implements Claim {
  @DayField('发生日期') occurredOn: Day;
  @EvidenceField() evidence?: Evidence[];
}

export class ContractTermsBody extends ClaimBody implements ContractTerms {
  @TextField('合同编号', 100, { optional: true }) contractNo?: string;
  @TextField('签约企业', 200, { optional: true }) enterprise?: string;
  @MoneyField('总投资（万元）') totalInvestment: Money;
  @MoneyField('固定资产投资（万元）') fixedAssetInvestment: Money;
  @DayField('约定开工日期', { optional: true }) startBy?: Day;
  @DayField('约定竣工日期', { optional: true }) completeBy?: Day;
  @DayField('约定投产日期', { optional: true }) produceBy?: Day;
  @MoneyField('约定年产值（万元）', { optional: true }) outputPerYear?: Money;
}

export class LandTermsBody extends ClaimBody implements LandTerms {
  @TextField('地块编号', 100) parcel: string;
  @AreaField('面积（亩）') mu: Area;
}

export class OutputTermsBody extends ClaimBody implements OutputTerms {
  @MoneyField('年产值（万元）') outputPerYear: Money;
}
