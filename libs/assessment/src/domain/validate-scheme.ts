import { type SchemeProblem } from './checks.js';
import { findContradictions } from './contradictions/index.js';
import { schemeForm } from './forms/scheme-form.js';
import { type MetricCatalogue, type Scheme } from './scheme.js';

/** Nobody reads on after so many, and a hostile body could cause millions. */
const MAX_PROBLEMS = 100;

/** A value that is a scheme, or all that keeps it from being one. */
export type Validated =
  | { readonly valid: true; readonly scheme: Scheme }
  | { readonly valid: false; readonly problems: readonly SchemeProblem[] };

/**
 * Checks any JSON value: first its form, then, if that holds, that it doesn't contradict itself, the metrics there are or
 * the published schemes (each code with the codes that it rolls up; not checked when absent). Never throws; what it
 * accepts can be scored.
 */
export function validateScheme(
  value: unknown,
  metrics: MetricCatalogue,
  schemes?: ReadonlyMap<string, readonly string[]>,
): Validated {
  const problems: SchemeProblem[] = [];
  schemeForm(value, '', problems);
  if (problems.length === 0) problems.push(...findContradictions(value as Scheme, { metrics, schemes }));
  if (problems.length === 0) return { valid: true, scheme: value as Scheme };
  return { valid: false, problems: problems.slice(0, MAX_PROBLEMS) };
}
