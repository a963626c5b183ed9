import { type FirstContactEvent } from './first-contact.events.js';
import { type InvestorEvent } from './investor.events.js';
import { type LeadEvent } from './lead.events.js';
import { type LeadQuotaEvent } from './quota.events.js';

type Titled = LeadEvent | FirstContactEvent | InvestorEvent | LeadQuotaEvent;

/** What happened, in a word, for whoever reads the event. */
export const LEAD_TITLES: Readonly<Record<Titled['type'], string>> = {
  LeadCaptured: '线索登记',
  LeadRevised: '线索信息更新',
  LeadClassed: '线索分级',
  LeadReportedUp: '线索自动上报',
  LeadQualified: '线索认定有效',
  LeadRejected: '线索否决',
  LeadAssigned: '线索交办',
  LeadDropped: '线索放弃',
  LeadRevived: '线索恢复',
  LeadMerged: '线索并入其他线索',
  LeadReferred: '线索流转',
  LeadReferralAccepted: '接收流转',
  LeadReferralDeclined: '不接收流转',
  LeadReferralWithdrawn: '撤回流转',
  LeadConverted: '线索转为项目',
  LeadVoided: '线索认定不实',
  LeadStepVoided: '线索上一步作废',
  FirstContactClaimed: '首谈申报',
  FirstContactClaimVoided: '首谈申报作废',
  FirstContactSettled: '首谈裁定',
  FirstContactReopened: '撤销首谈裁定',
  InvestorIdentified: '投资方识别',
  InvestorCorrected: '投资方识别更正',
  LeadQuotaSet: '线索任务下达',
  LeadQuotaEnded: '线索任务终止',
  LeadQuotaStepVoided: '线索任务上一步作废',
};
