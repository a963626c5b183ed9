export { type Problem } from './domain/checks.js';
export { type Figure, type Reading, type Subject } from './domain/figures.js';
export * from './domain/scheme.decider.js';
export * from './domain/scheme.events.js';
export * from './domain/scheme.js';
export { scoreScheme } from './domain/score.js';
export { type IndicatorScore, type Scorecard } from './domain/scorecard.js';
export { type Validated, validateScheme } from './domain/validate-scheme.js';
