import { OverrideAdmissionHandler } from './commands/override-admission/override-admission.handler.js';
import { PublishAdmissionRulesHandler } from './commands/publish-admission-rules/publish-admission-rules.handler.js';
import { ReviewAdmissionHandler } from './commands/review-admission/review-admission.handler.js';
import { GetAdmissionHistoryHandler } from './queries/admission-history/get-admission-history.js';
import { GetAdmissionHandler } from './queries/admission-of-project/get-admission.js';
import { GetAdmissionRulesHandler } from './queries/admission-rules/get-admission-rules.js';
import { GetAdmissionsHandler } from './queries/list-admissions/get-admissions.js';

export * from './commands/override-admission/override-admission.command.js';
export * from './commands/publish-admission-rules/publish-admission-rules.command.js';
export * from './commands/review-admission/review-admission.command.js';
export * from './commands/reviewed-projects.js';
export * from './domain/admission.events.js';
export * from './domain/rules.events.js';
export * from './domain/standing.js';
export * from './domain/titles.js';
export * from './projections/admission-register/admission-register.projection.js';
export * from './queries/admission-history/get-admission-history.js';
export * from './queries/admission-of-project/admission-standing.js';
export * from './queries/admission-of-project/get-admission.js';
export * from './queries/admission-rules/get-admission-rules.js';
export * from './queries/list-admissions/get-admissions.js';

export const admissionCommandHandlers = [
  PublishAdmissionRulesHandler,
  ReviewAdmissionHandler,
  OverrideAdmissionHandler,
];
export const admissionQueryHandlers = [
  GetAdmissionsHandler,
  GetAdmissionHandler,
  GetAdmissionRulesHandler,
  GetAdmissionHistoryHandler,
];
