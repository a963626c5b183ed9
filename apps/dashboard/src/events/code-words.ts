import { GRADES, KEY_LEVELS, ORIGINS, PROJECT_KINDS, inWords } from '../words.js';
import { FUNDINGS, SELECTION_STEPS, SITE_OUTCOMES, WORKS, WORK_STATES } from '../reserve/words.js';
import { DAY_KINDS, EXCLUSION_CAUSES } from '../approvals/words.js';
import { type WordsOf } from '../vocabulary.js';

type Words = Readonly<Record<string, string>>;

export const EVIDENCE: Words = {
  contract: '合同',
  'land-document': '用地文件',
  'construction-permit': '施工许可证',
  application: '申请书',
  'commitment-letter': '承诺书',
  'approval-document': '批复文件',
  photo: '照片',
  payment: '付款凭证',
  'statistics-enrolment': '入统凭证',
  'acceptance-report': '验收报告',
  'tax-record': '完税记录',
  other: '其他材料',
};

const FRAUD_KINDS: Words = { data: '数据造假', progress: '进度造假', project: '假项目', start: '假开工' };
const PARTIES: Words = { investor: '投资方', government: '政府方', both: '双方协商', court: '裁判' };
const HANDOFF_PHASES: Words = { negotiation: '洽谈', construction: '实施', service: '投产后服务' };
const LAND_METHODS: Words = {
  tender: '招标',
  auction: '拍卖',
  listing: '挂牌',
  agreement: '协议',
  allocation: '划拨',
  lease: '租赁',
  transfer: '转让',
};
const VERDICTS: Words = { admitted: '准入', refused: '不予准入' };

/** The fields of event data that hold codes, and what the codes mean. */
const CODED_FIELDS: Readonly<Record<string, Words>> = {
  grade: GRADES,
  origin: ORIGINS,
  level: KEY_LEVELS,
  by: PARTIES,
  phase: HANDOFF_PHASES,
  funding: FUNDINGS,
  outcome: SITE_OUTCOMES,
  step: SELECTION_STEPS,
  work: WORKS,
  state: WORK_STATES,
  days: DAY_KINDS,
  verdict: VERDICTS,
};

/** Where the meaning of a field's codes hangs on the event's type. */
const CODED_FIELDS_OF: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  ProjectOpened: { kind: PROJECT_KINDS },
  ProjectDetailsChanged: { kind: PROJECT_KINDS },
  FraudFound: { kind: FRAUD_KINDS },
  LandSecured: { method: LAND_METHODS },
  LandCorrected: { method: LAND_METHODS },
  ApprovalClockExcluded: { cause: EXCLUSION_CAUSES },
};

/** The fields whose codes the API itself has the words for. */
const VOCABULARIES_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  LeadCaptured: { channel: 'leadChannels', method: 'leadMethods', tiers: 'leadTiers' },
  LeadRevised: { channel: 'leadChannels', method: 'leadMethods', tiers: 'leadTiers' },
  ProjectOpened: { tiers: 'leadTiers' },
  ProjectDetailsChanged: { tiers: 'leadTiers' },
  VisitLogged: { kind: 'visitKinds', inPerson: 'inPerson' },
  StewardAttached: { kind: 'stewardedKinds', purpose: 'stewardPurposes' },
  StewardCorrected: { purpose: 'stewardPurposes' },
  ApprovalRequested: { kind: 'approvalKinds' },
};

/** A code in an event's field, in words; an unknown one stands for itself. */
export function codeInWords(type: string, field: string, code: string, wordsOf: WordsOf): string {
  const vocabulary = VOCABULARIES_OF[type]?.[field];
  if (vocabulary) return inWords(wordsOf(vocabulary), code);
  return inWords(CODED_FIELDS_OF[type]?.[field] ?? CODED_FIELDS[field] ?? {}, code);
}
