import { type AnnualPlanSet } from '#libs/plans';
import { PROJECT_EVENT_TYPES, type ProjectEvent, projectStream } from '#libs/projects';
import { type Rule } from '../rule.js';
import { reversal } from '../take-back.js';
import { keyOfEntry } from './drafts.js';
import { projectConcerned } from './project-changes.js';

/**
 * After each event the ledger holds exactly what the project's standing facts count for: an entry that they no longer
 * count for is taken back (红冲), what they newly count for is posted, and what stays the same is not touched.
 */
const repost: Rule<ProjectEvent | AnnualPlanSet> = (event, books) => {
  const stream = projectStream(projectConcerned(event) ?? '');
  const { fallen, risen } = books.difference(event) ?? { fallen: new Set<string>(), risen: [] };
  const entries = fallen.size > 0 ? books.standing(stream).filter((entry) => fallen.has(keyOfEntry(entry))) : [];
  // The ledger would count it for ever: better no entry than a wrong one.
  if (entries.length !== fallen.size) throw new Error(`${stream} counts for what was never entered`);
  books.post(event, [...entries.map(reversal), ...risen], stream);
};

export const projectRules: Readonly<Record<string, Rule<ProjectEvent | AnnualPlanSet>>> = Object.fromEntries(
  [...PROJECT_EVENT_TYPES, 'AnnualPlanSet', 'PlanStepVoided'].map((type) => [type, repost]),
);
