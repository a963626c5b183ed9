/**
 * What a project needs from the authorities before and while it is built (features.md P3), with the name that people
 * read. Which letters make up 一会四函一书 is a city's own list, so a letter or opinion says its name in `paper`.
 */
export const APPROVAL_KIND_NAMES = {
  filing: '立项备案',
  verification: '立项核准',
  'project-approval': '立项审批',
  'site-opinion': '用地预审与选址意见书',
  'land-planning-permit': '建设用地规划许可',
  'works-planning-permit': '建设工程规划许可',
  eia: '环境影响评价',
  'energy-review': '节能审查',
  'safety-review': '安全评价',
  'construction-permit': '施工许可',
  'joint-acceptance': '联合验收',
  'meeting-decision': '会议议定（一会）',
  letter: '函（四函之一）',
  'opinion-paper': '意见书（一书）',
  other: '其他审批事项',
} as const;

export type ApprovalKind = keyof typeof APPROVAL_KIND_NAMES;

export const APPROVAL_KINDS = Object.keys(APPROVAL_KIND_NAMES) as ApprovalKind[];

/** Kinds of which a project has several, so that each must be named. */
export const NAMED_KINDS: readonly ApprovalKind[] = ['letter', 'opinion-paper', 'other'];

/** `letter` is shown by the name that it was given. */
export const approvalName = (kind: ApprovalKind, paper?: string): string =>
  paper === undefined ? APPROVAL_KIND_NAMES[kind] : `${APPROVAL_KIND_NAMES[kind]}：${paper}`;
