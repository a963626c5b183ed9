import { GRADES, KEY_LEVELS, ORIGINS, PROJECT_KINDS, inWords } from './words.js';

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

/** What can be recorded anew after it was recorded wrongly: the event's stem, and its name. */
const CORRECTED: Words = {
  Contract: '签约',
  Registration: '企业注册',
  Land: '拿地',
  Start: '开工',
  Completion: '竣工',
  Acceptance: '竣工验收',
  Handover: '资产移交',
  Production: '投产',
  Capacity: '达产',
  Progress: '进度',
  Capital: '资金到位',
  Output: '年度产出',
};

/** What happened, by the event's type. */
export const EVENTS: Words = {
  LeadCaptured: '线索登记',
  LeadQualified: '线索研判有效',
  ProjectOpened: '立项登记',
  ProjectDetailsChanged: '项目信息变更',
  KeyProjectDesignated: '列为重点项目',
  NegotiationRecorded: '洽谈',
  LetterOfIntentSigned: '签订意向书',
  ContractSigned: '签约',
  ContractAmended: '合同变更',
  ContractTerminated: '合同终止',
  EnterpriseRegistered: '企业注册',
  LandSecured: '拿地',
  ConstructionStarted: '开工',
  ConstructionCompleted: '竣工',
  AcceptancePassed: '竣工验收',
  AssetsHandedOver: '资产移交',
  ProductionStarted: '投产',
  DesignCapacityReached: '达产',
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
  FigureVoided: '记录作废',
  FraudFound: '弄虚作假认定',
  ...Object.fromEntries(Object.entries(CORRECTED).map(([stem, name]) => [`${stem}Corrected`, `${name}更正`])),
  VisitLogged: '外出招商或来访接待',
};

const VISIT_KINDS: Words = {
  outing: '外出招商',
  reception: '来访接待',
  resident: '驻点招商',
  enterprise: '走访企业',
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

/** The fields of event data that hold codes, and what the codes mean. */
const CODED_FIELDS: Readonly<Record<string, Words>> = {
  grade: GRADES,
  kind: VISIT_KINDS,
  origin: ORIGINS,
  level: KEY_LEVELS,
  by: PARTIES,
  phase: HANDOFF_PHASES,
  method: LAND_METHODS,
};
/** What `kind` is of, by the event's type. */
const KINDS: Readonly<Record<string, Words>> = {
  ProjectOpened: PROJECT_KINDS,
  ProjectDetailsChanged: PROJECT_KINDS,
  FraudFound: FRAUD_KINDS,
};

/** A code in an event's field, in words. */
export const codeInWords = (type: string, field: string, code: string): string =>
  inWords((field === 'kind' && KINDS[type]) || (CODED_FIELDS[field] ?? {}), code);

/** Names of the fields of event data, amounts with their unit. */
export const FIELDS: Words = {
  name: '项目名称',
  unit: '责任单位',
  localUnit: '第一责任单位',
  fromUnit: '移交单位',
  toUnit: '接手单位',
  group: '专班',
  place: '地点',
  chain: '产业链',
  industryClass: '行业代码',
  nationalCode: '项目代码',
  leadId: '来源线索',
  reserveId: '来源储备项目',
  parentProjectId: '原项目',
  contractNo: '合同编号',
  enterprise: '企业',
  creditCode: '统一社会信用代码',
  capital: '注册资本（万元）',
  region: '投资方来自',
  plannedInvestment: '计划投资（万元）',
  intendedInvestment: '意向投资（万元）',
  totalInvestment: '总投资（万元）',
  fixedAssetInvestment: '固定资产投资（万元）',
  registerBy: '约定注册',
  startBy: '约定开工',
  completeBy: '约定竣工',
  produceBy: '约定投产',
  outputPerYear: '年产值（万元）',
  taxPerMu: '亩均税收（万元/年）',
  landMu: '约定用地（亩）',
  capitalSchedule: '资金到位计划',
  origin: '资金来源',
  parcel: '地块',
  mu: '面积（亩）',
  method: '供地方式',
  price: '地价（万元）',
  receiver: '接收方',
  month: '月份',
  investment: '完成投资（万元）',
  physicalProgress: '形象进度',
  physicalPercent: '形象进度（%）',
  amount: '金额（万）',
  currency: '币种',
  rate: '汇率',
  year: '年度',
  output: '产值（万元）',
  tax: '税收（万元）',
  jobs: '就业（人）',
  cause: '停工原因',
  forceMajeure: '不可抗力',
  note: '说明',
  reason: '理由',
  by: '提出方',
  level: '级别',
  phase: '移交阶段',
  matter: '落实事项',
  target: '目标任务',
  leader: '牵头领导',
  requirement: '工作要求',
  due: '办结时间',
  account: '账号',
  duty: '职务',
  shares: '分享比例',
  metrics: '指标',
  evidence: '证明材料',
  grade: '认定程度',
  eventId: '所指事件',
  eventIds: '作废的事件',
  correctsEventId: '被更正的事件',
  inspectionId: '核查编号',
  milestone: '节点',
  finding: '查实情况',
  approver: '批准人',
  kind: '类别',
  from: '自',
  until: '至',
  to: '至',
  leaderDuty: '带队领导',
  purpose: '事由',
  enterprises: '企业',
};

/** Fields of event data that hold an amount of money. */
export const AMOUNTS: ReadonlySet<string> = new Set([
  'totalInvestment',
  'fixedAssetInvestment',
  'plannedInvestment',
  'intendedInvestment',
  'outputPerYear',
  'investment',
  'amount',
  'output',
  'tax',
  'price',
  'capital',
]);

/** Fields that name a unit by its code. */
export const UNITS: ReadonlySet<string> = new Set(['unit', 'localUnit', 'fromUnit', 'toUnit', 'group']);

/** Fields that name an event. */
export const EVENT_IDS: ReadonlySet<string> = new Set(['eventId', 'correctsEventId']);
