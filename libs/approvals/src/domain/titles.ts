import { type ApprovalListPublished } from './approval-list.events.js';
import { type ApprovalEvent } from './approval.events.js';

/** What happened, in a word, for whoever reads the event. */
export const APPROVAL_TITLES: Readonly<Record<(ApprovalEvent | ApprovalListPublished)['type'], string>> = {
  ApprovalRequested: '审批申请',
  ApprovalSupplementAsked: '补正告知',
  ApprovalSupplementSupplied: '补正材料提交',
  ApprovalAccepted: '审批受理',
  CommitmentAccepted: '告知承诺受理',
  ApprovalOwedSupplied: '受理后材料补齐',
  ApprovalClockExcluded: '不计时限',
  ApprovalClockResumed: '恢复计时',
  ApprovalGranted: '审批批准',
  ApprovalRefused: '审批不予批准',
  ApprovalWithdrawn: '审批撤回',
  ApprovalRevoked: '批准失效',
  ApprovalStepVoided: '审批上一步作废',
  ApprovalListPublished: '发布审批事项清单',
};
