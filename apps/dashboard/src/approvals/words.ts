import { type Holder } from './answers.js';

/** Where an approval stands. */
export const STATUSES: Readonly<Record<string, string>> = {
  requested: '已申请、未受理',
  supplementing: '待补正',
  accepted: '已受理',
  granted: '已批准',
  refused: '不予批准',
  withdrawn: '已撤回',
  revoked: '已失效',
};

/** Whose clock runs. */
export const HOLDERS: Readonly<Record<Holder, string>> = {
  department: '审批部门',
  enterprise: '企业',
  excluded: '不计时限',
};

export const DAY_KINDS: Readonly<Record<string, string>> = { working: '工作日', calendar: '自然日' };

/** Why days count towards no limit. */
export const EXCLUSION_CAUSES: Readonly<Record<string, string>> = {
  hearing: '听证',
  test: '检验检测',
  'expert-review': '专家评审',
  'public-notice': '公示',
  other: '其他',
};
