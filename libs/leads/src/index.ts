import { CaptureLeadHandler } from './commands/capture-lead/capture-lead.handler.js';
import { ConvertLeadHandler } from './commands/convert-lead/convert-lead.handler.js';
import { QualifyLeadHandler } from './commands/qualify-lead/qualify-lead.handler.js';
import { RejectLeadHandler } from './commands/reject-lead/reject-lead.handler.js';
import { GetLeadHandler } from './queries/lead-by-id/get-lead.js';

export * from './commands/capture-lead/capture-lead.command.js';
export * from './commands/convert-lead/convert-lead.command.js';
export * from './commands/convert-lead/open-converted-leads.reaction.js';
export * from './commands/qualify-lead/qualify-lead.command.js';
export * from './commands/reject-lead/reject-lead.command.js';
export * from './domain/lead.decider.js';
export * from './domain/lead.events.js';
export * from './queries/lead-by-id/get-lead.js';

export const leadCommandHandlers = [CaptureLeadHandler, QualifyLeadHandler, RejectLeadHandler, ConvertLeadHandler];
export const leadQueryHandlers = [GetLeadHandler];
