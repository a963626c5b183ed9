import { IntersectionType } from '@nestjs/swagger';
import { AreaField, ChoiceField, CommandBody, MoneyField, TextField } from '#libs/contract';
import { type Area, type CreditCode, type Money } from '#libs/values';
import { type LandTerms, type RegistrationTerms } from '../../../domain/project.commands.js';
import { LAND_METHODS, type LandMethod } from '../../../domain/project.events.js';
import { ClaimBody } from './claim.bodies.js';

export class RegistrationTermsBody extends ClaimBody implements RegistrationTerms {
  @TextField('企业名称', 200) enterprise: string;
  @TextField('统一社会信用代码', 40, { optional: true }) creditCode?: CreditCode;
  @MoneyField('注册资本（万元）', { optional: true }) capital?: Money;
}

export class RegisterEnterpriseBody extends IntersectionType(RegistrationTermsBody, CommandBody) {}

export class LandTermsBody extends ClaimBody implements LandTerms {
  @TextField('地块编号', 100) parcel: string;
  @AreaField('面积（亩）') mu: Area;
  @ChoiceField('供地方式', LAND_METHODS, { optional: true }) method?: LandMethod;
  @MoneyField('地价（万元）', { optional: true }) price?: Money;
}

export class SecureLandBody extends IntersectionType(LandTermsBody, CommandBody) {}
