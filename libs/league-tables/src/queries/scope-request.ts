import { DayField, MoneyField, PageRequest, TextField, UnitField } from '#libs/contract';
import { type Day, type Money, type UnitCode } from '#libs/values';

/** Which entries of a metric a page is about: the days on which they count, and the bounds of a league table. */
export class ScopeRequest extends PageRequest {
  @DayField('统计期起始日') from: Day;
  @DayField('统计期截止日') to: Day;
  @UnitField('单位代码；缺省为全部单位', { optional: true }) unit?: UnitCode;
  @MoneyField('总投资下限（万元，含）', { optional: true }) minInvestment?: Money;
  @MoneyField('总投资上限（万元，不含）', { optional: true }) maxInvestment?: Money;
  @MoneyField('固定资产投资下限（万元，含）', { optional: true }) minFixedAssets?: Money;
  @MoneyField('固定资产投资上限（万元，不含）', { optional: true }) maxFixedAssets?: Money;
  @TextField('产业链', 50, { optional: true }) chain?: string;
  @TextField('考核分组', 100, { optional: true }) group?: string;
}
