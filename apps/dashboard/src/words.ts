import { type Stage } from './api.js';

/** The stages of a project in the order in which they are reached. */
export const STAGES: readonly {
  code: Stage;
  name: string;
  day: 'openedOn' | 'signedOn' | 'landOn' | 'startedOn' | 'outputOn';
}[] = [
  { code: 'opened', name: '立项', day: 'openedOn' },
  { code: 'contract', name: '签约', day: 'signedOn' },
  { code: 'land', name: '拿地', day: 'landOn' },
  { code: 'start', name: '开工', day: 'startedOn' },
  { code: 'output', name: '达产', day: 'outputOn' },
];

/** What each evidence grade means to a reader. */
export const GRADES: Readonly<Record<string, string>> = { claimed: '自报', documented: '有据', inspected: '现场核实' };

export const EVIDENCE: Readonly<Record<string, string>> = {
  contract: '合同',
  'land-document': '用地文件',
  'construction-permit': '施工许可证',
  photo: '照片',
  payment: '付款凭证',
  'statistics-enrolment': '入统凭证',
  'acceptance-report': '验收报告',
  'tax-record': '完税记录',
  other: '其他材料',
};

/** What happened, by the event's type. */
export const EVENTS: Readonly<Record<string, string>> = {
  LeadCaptured: '线索登记',
  LeadQualified: '线索研判有效',
  ProjectOpened: '立项登记',
  ContractSigned: '签约',
  LandSecured: '拿地',
  ConstructionStarted: '开工',
  DesignCapacityReached: '达产',
  FigureVoided: '记录作废',
  ProjectDetailsChanged: '项目信息变更',
  KeyProjectDesignated: '列为重点项目',
  NegotiationRecorded: '洽谈',
  LetterOfIntentSigned: '签订意向书',
  ContractAmended: '合同变更',
  ContractTerminated: '合同终止',
  EnterpriseRegistered: '企业注册',
  ConstructionCompleted: '竣工',
  AcceptancePassed: '竣工验收',
  AssetsHandedOver: '资产移交',
  ProductionStarted: '投产',
  ProgressReported: '进度月报',
  CapitalArrived: '资金到位',
  OutputReported: '年度产出',
  ProjectSuspended: '停工',
  ProjectResumed: '复工',
  HandedOver: '责任单位移交',
  GroupAssigned: '归口专班',
  ResponsibilityFixed: '六定落实',
  LeaderAttached: '领导挂钩',
  LeaderDetached: '解除挂钩',
  CreditShared: '利益分享',
  EvidenceSupplied: '补充证据',
  MilestoneVerified: '现场核实',
  MilestoneRefuted: '核查不实',
  FraudFound: '弄虚作假认定',
  ContractCorrected: '签约更正',
  RegistrationCorrected: '企业注册更正',
  LandCorrected: '拿地更正',
  StartCorrected: '开工更正',
  CompletionCorrected: '竣工更正',
  AcceptanceCorrected: '竣工验收更正',
  HandoverCorrected: '资产移交更正',
  ProductionCorrected: '投产更正',
  CapacityCorrected: '达产更正',
  ProgressCorrected: '进度更正',
  CapitalCorrected: '资金到位更正',
  OutputCorrected: '年度产出更正',
  VisitLogged: '外出招商或来访接待',
};

/** Who the people of the record are, by role. */
export const ROLES: Readonly<Record<string, string>> = {
  reporter: '信息联络员',
  leader: '领导',
  'project-unit': '项目单位',
  department: '主管部门',
  statistics: '统计部门',
  supervisor: '督查',
  auditor: '审计',
  administrator: '管理员',
};

const VISIT_KINDS: Readonly<Record<string, string>> = { outing: '外出招商', reception: '来访接待' };

/** The fields of event data that hold codes, and what the codes mean. */
export const CODED_FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  grade: GRADES,
  kind: VISIT_KINDS,
};

/** Names of the fields of event data, amounts with their unit. */
export const FIELDS: Readonly<Record<string, string>> = {
  name: '项目名称',
  unit: '责任单位',
  place: '地点',
  chain: '产业链',
  leadId: '来源线索',
  contractNo: '合同编号',
  enterprise: '企业',
  totalInvestment: '总投资（万元）',
  fixedAssetInvestment: '固定资产投资（万元）',
  startBy: '约定开工',
  completeBy: '约定竣工',
  produceBy: '约定投产',
  outputPerYear: '年产值（万元）',
  parcel: '地块',
  mu: '面积（亩）',
  evidence: '证明材料',
  grade: '认定程度',
  eventId: '被作废的事件',
  milestone: '被作废的节点',
  finding: '查实情况',
  kind: '类别',
  from: '自',
  to: '至',
  leaderDuty: '带队领导',
  purpose: '事由',
  enterprises: '企业',
};

/** Fields of event data that hold an amount of money. */
export const AMOUNTS: ReadonlySet<string> = new Set(['totalInvestment', 'fixedAssetInvestment', 'outputPerYear']);

/** What a code says to a reader; an unknown one stands for itself. */
export const inWords = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;

/** Stages between those that every list shows. */
const STAGES_BETWEEN: Readonly<Record<string, string>> = {
  negotiation: '洽谈',
  intent: '意向',
  registration: '企业注册',
  completion: '竣工',
  acceptance: '竣工验收',
  handover: '资产移交',
  production: '投产',
};

/** The name of a stage, which is also the name of the milestone that opens it. */
export const stageName = (code: string): string =>
  STAGES.find((stage) => stage.code === code)?.name ?? STAGES_BETWEEN[code] ?? code;

const RATE_PARTS: Readonly<Record<string, readonly [string, string]>> = {
  'start-rate': ['已开工', '已签约'],
  'completion-rate': ['已竣工', '已开工'],
  'production-rate': ['已投产', '已开工'],
  'output-reached-rate': ['已达产', '已投产'],
  'contract-fulfilment-rate': ['已履行', '已到期'],
  'capital-arrival-rate': ['已到位（万元）', '应到位（万元）'],
};

/** What a rate's numerator and denominator count. */
export const rateParts = (metric: string): readonly [string, string] => RATE_PARTS[metric] ?? ['分子', '分母'];
