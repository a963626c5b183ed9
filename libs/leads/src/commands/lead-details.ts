import { type Warning } from '#libs/command-handling';
import { ChoiceField, ChoiceListField, MoneyField, TextField } from '#libs/contract';
import { type CreditCode, creditCodeFault, TIERS } from '#libs/values';
import { LEAD_CHANNELS, LEAD_METHODS } from '../domain/vocabulary.js';

const OPTIONAL = { optional: true } as const;

export const EnterpriseField = (options = {}) => TextField('企业名称', 200, options);
export const CreditCodeField = () => TextField('统一社会信用代码', 18, OPTIONAL);
export const RegionField = () => TextField('企业所在地', 100, OPTIONAL);
export const ChainField = () => TextField('产业链', 50, OPTIONAL);
export const TiersField = () => ChoiceListField('企业层级', TIERS, OPTIONAL);
export const ChannelField = (options = {}) => ChoiceField('线索来源', LEAD_CHANNELS, options);
export const MethodField = () => ChoiceField('招商方式', LEAD_METHODS, OPTIONAL);
export const ExpectedInvestmentField = (options = {}) => MoneyField('预计投资（万元）', options);

const MESSAGES = {
  form: '统一社会信用代码不是 18 位有效字符，已照录，请核对',
  checksum: '统一社会信用代码校验位不符，已照录，请核对',
} as const;

/** A doubtful credit code is recorded as it was given, with a warning: some real ones fail the check (features.md L1). */
export function creditCodeWarnings(creditCode: CreditCode | undefined): readonly Warning[] {
  const fault = creditCode === undefined ? undefined : creditCodeFault(creditCode);
  return fault ? [{ field: 'creditCode', code: `CREDIT_CODE.${fault.toUpperCase()}`, message: MESSAGES[fault] }] : [];
}
