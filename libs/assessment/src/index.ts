import { PublishSchemeHandler } from './commands/publish-scheme/publish-scheme.handler.js';
import { GetSchemesHandler } from './queries/schemes/get-schemes.js';
import { GetScoresHandler } from './queries/scores/get-scores.js';

export * from './commands/publish-scheme/invalid-scheme.js';
export * from './commands/publish-scheme/publish-scheme.command.js';
export { type SchemeProblem } from './domain/checks.js';
export * from './domain/figures.js';
export { questionsOf } from './domain/places.js';
export * from './domain/scheme.decider.js';
export * from './domain/scheme.events.js';
export * from './domain/scheme.js';
export { scoreScheme } from './domain/score.js';
export * from './domain/sources/question.js';
export { type IndicatorScore, type OutcomeCard, type Scorecard } from './domain/scorecard.js';
export { type Validated, validateScheme } from './domain/validate-scheme.js';
export { metricCatalogue } from './metrics.js';
export * from './projections/scheme-register/scheme-register.projection.js';
export { SchemeRow } from './projections/scheme-register/scheme.entity.js';
export * from './queries/schemes/get-schemes.js';
export * from './queries/scores/get-scores.js';
export * from './queries/schemes/list-schemes.query.js';
export * from './queries/scores/assessment-scores.query.js';
export { type ExplainedIndicator, type ExplainedInput, type ExplainedScorecard } from './queries/scores/explain.js';

export const assessmentCommandHandlers = [PublishSchemeHandler];
export const assessmentQueryHandlers = [GetSchemesHandler, GetScoresHandler];
