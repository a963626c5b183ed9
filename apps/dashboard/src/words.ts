import { type Milestone, type Stage, type StageDay } from './api.js';

interface StageWords<Code extends Stage = Stage> {
  readonly code: Code;
  readonly name: string;
  readonly day: StageDay;
}

/** What contract, works and output bring about, in the order in which most projects reach them. */
export const MILESTONES: readonly StageWords<Milestone>[] = [
  { code: 'contract', name: '签约', day: 'signedOn' },
  { code: 'registration', name: '企业注册', day: 'registeredOn' },
  { code: 'land', name: '拿地', day: 'landOn' },
  { code: 'start', name: '开工', day: 'startedOn' },
  { code: 'completion', name: '竣工', day: 'completedOn' },
  { code: 'acceptance', name: '竣工验收', day: 'acceptedOn' },
  { code: 'handover', name: '资产移交', day: 'handedOverOn' },
  { code: 'production', name: '投产', day: 'producingOn' },
  { code: 'output', name: '达产', day: 'outputOn' },
];

/** The stages of a project in the order in which they are reached. */
export const STAGES: readonly StageWords[] = [
  { code: 'opened', name: '立项', day: 'openedOn' },
  { code: 'negotiation', name: '在谈', day: 'negotiatedOn' },
  { code: 'intent', name: '意向', day: 'intentOn' },
  ...MILESTONES,
];

/** What each evidence grade means to a reader. */
export const GRADES: Readonly<Record<string, string>> = { claimed: '自报', documented: '有据', inspected: '已核' };

/** Whether a project goes on, by the code that lists ask for. */
export const STANDINGS = {
  going: '未终结',
  suspended: '停工',
  terminated: '合同终止',
  fake: '查实虚假',
} as const;

/** 项目性质. */
export const PROJECT_KINDS: Readonly<Record<string, string>> = {
  new: '新建',
  expansion: '扩建',
  renovation: '技改',
  acquisition: '并购',
};

export const KEY_LEVELS: Readonly<Record<string, string>> = {
  national: '国家重点',
  provincial: '省重点',
  municipal: '市重点',
  district: '县区重点',
};

/** Where an investor's money comes from. */
export const ORIGINS: Readonly<Record<string, string>> = { domestic: '内资', foreign: '外资' };

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

/** What a code says to a reader; an unknown one stands for itself. */
export const inWords = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;

/** The name of a stage, which is also the name of the milestone that opens it. */
export const stageName = (code: string): string => STAGES.find((stage) => stage.code === code)?.name ?? code;

const RATE_PARTS: Readonly<Record<string, readonly [string, string]>> = {
  'start-rate': ['已开工（个）', '已签约（个）'],
  'planned-start-rate': ['已开工（个）', '计划开工（个）'],
  'completion-rate': ['已竣工（个）', '已开工（个）'],
  'production-rate': ['已投产（个）', '已开工（个）'],
  'output-reached-rate': ['已达产（个）', '已投产（个）'],
  'contract-fulfilment-rate': ['已履行（条）', '已到期（条）'],
  'capital-arrival-rate': ['已到位（万元）', '应到位（万元）'],
};

/** What a rate's numerator and denominator count, and in what. */
export const rateParts = (metric: string): readonly [string, string] => RATE_PARTS[metric] ?? ['分子', '分母'];
