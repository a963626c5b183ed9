import { type SchemeProblem } from '../checks.js';
import { locate } from '../places.js';
import { type Catalogue, type Scheme } from '../scheme.js';
import { boundProblems } from './of-bounds.js';
import { groupProblems } from './of-groups.js';
import { leafProblems } from './of-leaves.js';
import { outcomeProblems } from './of-outcome.js';
import { referenceProblems } from './of-references.js';
import { sourceProblems } from './of-sources.js';
import { subjectProblems } from './of-subjects.js';
import { sumProblems } from './of-sums.js';

const MAX_INDICATORS = 500;

/** What is wrong with a scheme whose form is right: sums, bounds, repeated codes, unknown names, circles, missing rules. */
export function findContradictions(scheme: Scheme, catalogue: Catalogue): SchemeProblem[] {
  const located = locate(scheme.indicators);
  if (located.length > MAX_INDICATORS) {
    return [{ field: 'indicators', code: 'SCHEME.TOO_MANY', message: `指标合计不得超过 ${MAX_INDICATORS} 项` }];
  }
  const basics = [...periodProblems(scheme), ...subjectProblems(scheme), ...groupProblems(scheme, located)];
  // Sums and references can't be told without the groups and codes that they go by.
  if (basics.length > 0) return basics;
  return [
    ...sumProblems(scheme, located),
    ...located.flatMap((each) => [...boundProblems(each, scheme), ...leafProblems(each, scheme)]),
    ...sourceProblems(scheme, catalogue),
    ...referenceProblems(scheme, located, catalogue),
    ...outcomeProblems(scheme),
  ];
}

const periodProblems = ({ period }: Scheme): SchemeProblem[] =>
  period.from <= period.to
    ? []
    : [{ field: 'period', code: 'SCHEME.PERIOD', message: `考核期起始日 ${period.from} 晚于截止日 ${period.to}` }];
