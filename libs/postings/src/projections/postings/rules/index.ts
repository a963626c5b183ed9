import { leadRules } from './lead.rules.js';
import { projectRules } from './project/project.rules.js';
import { reserveRules } from './reserve.rules.js';
import { type Rule } from './rule.js';
import { unitRules } from './unit.rules.js';
import { visitRules } from './visit.rules.js';

/** How each type of event is posted; what has no rule counts for nothing. */
export const rules = new Map<string, Rule<never>>(
  Object.entries({ ...unitRules, ...leadRules, ...visitRules, ...reserveRules, ...projectRules }),
);
