import { EVIDENCE_KINDS, isDay } from '#libs/values';
import { code, either, integer, listOf, oneOf, record, satisfies } from '../checks.js';
import { money } from './forms.js';

const day = satisfies(isDay, '日历上存在的日期，格式 YYYY-MM-DD', { type: 'string', format: 'date' });
const MAX_YEARS = 20;

const period = either(
  record({ from: day, to: day }),
  record({ years: integer(-MAX_YEARS, MAX_YEARS) }),
  ' { "from": 起始日, "to": 截止日 }，或 { "years": -1 }（上年同期）',
);

/** What may narrow down a metric of the ledger. */
export const metricBounds = {
  minInvestment: money,
  maxInvestment: money,
  minFixedAssets: money,
  maxFixedAssets: money,
  chain: code,
  minGrade: oneOf('claimed', 'documented', 'inspected'),
  evidence: listOf(listOf(oneOf(...EVIDENCE_KINDS), 1, EVIDENCE_KINDS.length), 1, EVIDENCE_KINDS.length),
  period,
};
