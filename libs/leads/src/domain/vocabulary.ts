/** Through whom a lead came (features.md L1; 001 三(一)3, 003 二(一)). */
export const CHANNEL_NAMES = {
  'leader-activity': '领导活动',
  delegation: '出访团组',
  exhibition: '重大展会',
  unit: '各区各部门',
  'overseas-office': '驻外机构',
  'state-enterprise': '市属国企',
  association: '社团协会',
  hotline: '招商热线',
  mailbox: '招商邮箱',
  website: '招商网',
  outpost: '驻点',
  chamber: '商会',
  'local-enterprise': '本地企业',
} as const;
export type LeadChannel = keyof typeof CHANNEL_NAMES;
export const LEAD_CHANNELS = Object.keys(CHANNEL_NAMES) as readonly LeadChannel[];

/** How the enterprise was approached (features.md L1; 000, 001 二, 002 二(二), 003 二(一)(六), 004). */
export const METHOD_NAMES = {
  online: '线上招商',
  'small-team': '小分队招商',
  intermediary: '中介招商',
  'home-event': '主场招商',
  outpost: '驻点招商',
  'door-knocking': '叩门招商',
  entrusted: '委托招商',
  industry: '产业招商',
  chain: '产业链招商',
  headquarters: '总部招商',
  platform: '平台招商',
  capital: '资本招商',
  'central-enterprise': '央企招商',
  overseas: '境外招商',
  'state-enterprise': '国企招商',
  'by-enterprise': '以商引商',
  kinship: '亲情招商',
  'returning-merchants': '赣商返乡',
} as const;
export type LeadMethod = keyof typeof METHOD_NAMES;
export const LEAD_METHODS = Object.keys(METHOD_NAMES) as readonly LeadMethod[];

/** Where a lead stands. */
export const STATUS_NAMES = {
  captured: '待研判',
  qualified: '有效',
  rejected: '已否决',
  dropped: '已放弃',
  merged: '已并入其他线索',
  converted: '已转项目',
  voided: '已作废',
} as const;
export type LeadStatus = keyof typeof STATUS_NAMES;
export const LEAD_STATUSES = Object.keys(STATUS_NAMES) as readonly LeadStatus[];
