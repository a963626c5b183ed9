import { AcceptReferralHandler } from './commands/accept-referral/accept-referral.handler.js';
import { AssignLeadHandler } from './commands/assign-lead/assign-lead.handler.js';
import { CaptureLeadHandler } from './commands/capture-lead/capture-lead.handler.js';
import { ClaimFirstContactHandler } from './commands/claim-first-contact/claim-first-contact.handler.js';
import { ConvertLeadHandler } from './commands/convert-lead/convert-lead.handler.js';
import { CorrectInvestorHandler } from './commands/correct-investor/correct-investor.handler.js';
import { DeclineReferralHandler } from './commands/decline-referral/decline-referral.handler.js';
import { DropLeadHandler } from './commands/drop-lead/drop-lead.handler.js';
import { EndLeadQuotaHandler } from './commands/end-lead-quota/end-lead-quota.handler.js';
import { MergeLeadHandler } from './commands/merge-lead/merge-lead.handler.js';
import { QualifyLeadHandler } from './commands/qualify-lead/qualify-lead.handler.js';
import { ReferLeadHandler } from './commands/refer-lead/refer-lead.handler.js';
import { RejectLeadHandler } from './commands/reject-lead/reject-lead.handler.js';
import { ReopenFirstContactHandler } from './commands/reopen-first-contact/reopen-first-contact.handler.js';
import { ReviseLeadHandler } from './commands/revise-lead/revise-lead.handler.js';
import { ReviveLeadHandler } from './commands/revive-lead/revive-lead.handler.js';
import { SetLeadQuotaHandler } from './commands/set-lead-quota/set-lead-quota.handler.js';
import { SettleFirstContactHandler } from './commands/settle-first-contact/settle-first-contact.handler.js';
import { VoidFirstContactHandler } from './commands/void-first-contact/void-first-contact.handler.js';
import { VoidLeadStepHandler } from './commands/void-lead-step/void-lead-step.handler.js';
import { VoidLeadHandler } from './commands/void-lead/void-lead.handler.js';
import { VoidQuotaStepHandler } from './commands/void-quota-step/void-quota-step.handler.js';
import { WithdrawReferralHandler } from './commands/withdraw-referral/withdraw-referral.handler.js';
import { GetFirstContactHistoryHandler } from './queries/first-contact-history/get-first-contact-history.js';
import { GetFirstContactHandler } from './queries/first-contact/get-first-contact.js';
import { GetInvestorHandler } from './queries/investor-by-code/get-investor.js';
import { GetLeadHandler } from './queries/lead-by-id/get-lead.js';
import { GetLeadHistoryHandler } from './queries/lead-history/get-lead-history.js';
import { GetLeadsHandler } from './queries/list-leads/get-leads.js';
import { GetQuotaHistoryHandler } from './queries/quota-history/get-quota-history.js';
import { GetQuotaTableHandler } from './queries/quota-table/get-quota-table.js';

export * from './commands/accept-referral/accept-referral.command.js';
export * from './commands/assign-lead/assign-lead.command.js';
export * from './commands/capture-lead/capture-lead.command.js';
export * from './commands/claim-first-contact/claim-first-contact.command.js';
export * from './commands/convert-lead/convert-lead.command.js';
export * from './commands/convert-lead/open-converted-leads.reaction.js';
export * from './commands/correct-investor/correct-investor.command.js';
export * from './commands/decline-referral/decline-referral.command.js';
export * from './commands/drop-lead/drop-lead.command.js';
export * from './commands/end-lead-quota/end-lead-quota.command.js';
export * from './commands/merge-lead/merge-lead.command.js';
export * from './commands/qualify-lead/qualify-lead.command.js';
export * from './commands/refer-lead/refer-lead.command.js';
export * from './commands/reject-lead/reject-lead.command.js';
export * from './commands/require-lead.js';
export * from './commands/reopen-first-contact/reopen-first-contact.command.js';
export * from './commands/revise-lead/revise-lead.command.js';
export * from './commands/revive-lead/revive-lead.command.js';
export * from './commands/set-lead-quota/set-lead-quota.command.js';
export * from './commands/settle-first-contact/settle-first-contact.command.js';
export * from './commands/void-first-contact/void-first-contact.command.js';
export * from './commands/void-lead-step/void-lead-step.command.js';
export * from './commands/void-lead/void-lead.command.js';
export * from './commands/void-quota-step/void-quota-step.command.js';
export * from './commands/withdraw-referral/withdraw-referral.command.js';
export * from './domain/first-contact.events.js';
export * from './domain/first-contact.js';
export * from './domain/investor.events.js';
export * from './domain/investor.js';
export * from './domain/lead.decider.js';
export * from './domain/lead.events.js';
export * from './domain/lead.state.js';
export * from './domain/quota.events.js';
export * from './domain/quota.js';
export * from './domain/titles.js';
export * from './domain/vocabulary.js';
export * from './projections/lead-register/lead-register.projection.js';
export * from './queries/first-contact-history/get-first-contact-history.js';
export * from './queries/first-contact/get-first-contact.js';
export * from './queries/investor-by-code/get-investor.js';
export * from './queries/lead-by-id/get-lead.js';
export * from './queries/lead-history/get-lead-history.js';
export * from './queries/list-leads/get-leads.js';
export * from './queries/list-leads/list-leads.query.js';
export * from './queries/quota-history/get-quota-history.js';
export * from './queries/quota-table/get-quota-table.js';
export * from './queries/quota-table/quota-table.query.js';
export * from './queries/steps.js';

export const leadCommandHandlers = [
  CaptureLeadHandler,
  ReviseLeadHandler,
  QualifyLeadHandler,
  RejectLeadHandler,
  AssignLeadHandler,
  DropLeadHandler,
  ReviveLeadHandler,
  MergeLeadHandler,
  ReferLeadHandler,
  AcceptReferralHandler,
  DeclineReferralHandler,
  WithdrawReferralHandler,
  ConvertLeadHandler,
  VoidLeadHandler,
  VoidLeadStepHandler,
  ClaimFirstContactHandler,
  SettleFirstContactHandler,
  ReopenFirstContactHandler,
  VoidFirstContactHandler,
  CorrectInvestorHandler,
  SetLeadQuotaHandler,
  EndLeadQuotaHandler,
  VoidQuotaStepHandler,
];

export const leadQueryHandlers = [
  GetLeadsHandler,
  GetLeadHandler,
  GetFirstContactHandler,
  GetInvestorHandler,
  GetQuotaTableHandler,
  GetQuotaHistoryHandler,
  GetLeadHistoryHandler,
  GetFirstContactHistoryHandler,
];
