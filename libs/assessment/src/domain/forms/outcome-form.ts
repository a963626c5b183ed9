import { amount, byKind, code, integer, line, listOf, oneOf, record } from '../checks.js';
import { checkCondition } from '../sources/index.js';

const MAX_GRADES = 20;
const MAX_RULES = 50;
const grade = line(40);

const grades = record(
  {
    by: oneOf('total', 'rank', 'rank-share'),
    bands: listOf(record({ grade, limit: amount() }, { minTotal: amount() }), 1, MAX_GRADES),
    otherwise: grade,
    vacancies: oneOf('kept', 'filled'),
  },
  { quota: oneOf('truncate', 'half-up', 'up') },
);

const steps = integer(1, MAX_GRADES);

const effect = byKind({
  disqualify: record({ kind: oneOf('disqualify') }),
  last: record({ kind: oneOf('last') }),
  promote: record({ kind: oneOf('promote'), by: steps }),
  demote: record({ kind: oneOf('demote'), by: steps }),
  'at-best': record({ kind: oneOf('at-best'), grade }),
  'at-least': record({ kind: oneOf('at-least'), grade }),
});

/** The form of what follows from the totals. */
export const outcome = record(
  {},
  {
    grades,
    rules: listOf(record({ when: checkCondition, then: effect, reason: line(200) }), 0, MAX_RULES),
    lists: listOf(record({ code, name: line(100), when: checkCondition }, { unless: checkCondition }), 0, MAX_RULES),
  },
);
