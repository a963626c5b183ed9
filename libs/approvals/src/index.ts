import { AcceptApprovalHandler } from './commands/accept-approval/accept-approval.handler.js';
import { AcceptCommitmentHandler } from './commands/accept-commitment/accept-commitment.handler.js';
import { AskSupplementHandler } from './commands/ask-supplement/ask-supplement.handler.js';
import { ExcludeDaysHandler } from './commands/exclude-days/exclude-days.handler.js';
import { GrantApprovalHandler } from './commands/grant-approval/grant-approval.handler.js';
import { PublishApprovalListHandler } from './commands/publish-approval-list/publish-approval-list.handler.js';
import { RefuseApprovalHandler } from './commands/refuse-approval/refuse-approval.handler.js';
import { RequestApprovalHandler } from './commands/request-approval/request-approval.handler.js';
import { ResumeClockHandler } from './commands/resume-clock/resume-clock.handler.js';
import { RevokeApprovalHandler } from './commands/revoke-approval/revoke-approval.handler.js';
import { SupplyOwedHandler } from './commands/supply-owed/supply-owed.handler.js';
import { SupplySupplementHandler } from './commands/supply-supplement/supply-supplement.handler.js';
import { VoidApprovalStepHandler } from './commands/void-approval-step/void-approval-step.handler.js';
import { WithdrawApprovalHandler } from './commands/withdraw-approval/withdraw-approval.handler.js';
import { GetApprovalHandler } from './queries/approval-by-id/get-approval.js';
import { GetApprovalListHandler } from './queries/approval-list/get-approval-list.js';
import { GetApprovalListHistoryHandler } from './queries/approval-list-history/get-approval-list-history.js';
import { GetApprovalHistoryHandler } from './queries/approval-history/get-approval-history.js';
import { GetApprovalsHandler } from './queries/list-approvals/get-approvals.js';

export * from './commands/accept-approval/accept-approval.command.js';
export * from './commands/accept-commitment/accept-commitment.command.js';
export * from './commands/ask-supplement/ask-supplement.command.js';
export * from './commands/exclude-days/exclude-days.command.js';
export * from './commands/grant-approval/grant-approval.command.js';
export * from './commands/publish-approval-list/publish-approval-list.command.js';
export * from './commands/refuse-approval/refuse-approval.command.js';
export * from './commands/request-approval/request-approval.command.js';
export * from './commands/resume-clock/resume-clock.command.js';
export * from './commands/revoke-approval/revoke-approval.command.js';
export * from './commands/supply-owed/supply-owed.command.js';
export * from './commands/supply-supplement/supply-supplement.command.js';
export * from './commands/void-approval-step/void-approval-step.command.js';
export * from './commands/withdraw-approval/withdraw-approval.command.js';
export * from './domain/approval-list.events.js';
export * from './domain/approval.decider.js';
export * from './domain/approval.events.js';
export * from './domain/approval.kinds.js';
export { type Owed, outstandingOn } from './domain/owed.js';
export * from './domain/titles.js';
export * from './projections/approvals/approval-stream.js';
export * from './projections/approvals/approvals.projection.js';
export * from './queries/approval-by-id/get-approval.js';
export * from './queries/approval-list/get-approval-list.js';
export * from './queries/approval-list-history/get-approval-list-history.js';
export * from './queries/approval-history/get-approval-history.js';
export { type ApprovalOnDay } from './queries/approval-on-day.js';
export * from './queries/construction-permit/construction-permit.query.js';
export * from './queries/deadlines/approval-deadlines.js';
export * from './queries/list-approvals/get-approvals.js';
export * from './queries/list-approvals/list-approvals.query.js';

export const approvalCommandHandlers = [
  RequestApprovalHandler,
  AskSupplementHandler,
  SupplySupplementHandler,
  AcceptApprovalHandler,
  AcceptCommitmentHandler,
  SupplyOwedHandler,
  ExcludeDaysHandler,
  ResumeClockHandler,
  GrantApprovalHandler,
  RefuseApprovalHandler,
  WithdrawApprovalHandler,
  RevokeApprovalHandler,
  VoidApprovalStepHandler,
  PublishApprovalListHandler,
];

export const approvalQueryHandlers = [
  GetApprovalsHandler,
  GetApprovalHandler,
  GetApprovalHistoryHandler,
  GetApprovalListHandler,
  GetApprovalListHistoryHandler,
];
