import { PROJECT_EVENT_TYPES, type ProjectEvent } from '#libs/projects';
import { type Rule } from '../rule.js';
import { reversal } from '../take-back.js';
import { keyOfEntry } from './drafts.js';

/**
 * After each event the ledger holds exactly what the project's standing facts count for: an entry that they no longer
 * count for is taken back (红冲), what they newly count for is posted, and what stays the same is not touched.
 */
const repost: Rule<ProjectEvent> = (event, books) => {
  const { fallen, risen } = books.difference(event) ?? { fallen: new Set<string>(), risen: [] };
  const entries = fallen.size > 0 ? books.standing(event.stream).filter((entry) => fallen.has(keyOfEntry(entry))) : [];
  // The ledger would count it for ever: better no entry than a wrong one.
  if (entries.length !== fallen.size) throw new Error(`${event.stream} counts for what was never entered`);
  books.post(event, [...entries.map(reversal), ...risen]);
};

export const projectRules: Readonly<Record<string, Rule<ProjectEvent>>> = Object.fromEntries(
  PROJECT_EVENT_TYPES.map((type) => [type, repost]),
);
