import { byKind, line, listOf, oneOf, record } from '../checks.js';
import { eitherAmountOr } from '../sources/condition.js';
import { checkCondition, checkSource } from '../sources/index.js';

export const MAX_PARTS = 100;
const MAX_RULES = 30;

const number = eitherAmountOr(checkSource);

const effect = byKind({
  points: record({ kind: oneOf('points'), points: number }),
  multiply: record({ kind: oneOf('multiply'), by: number }),
  add: record({ kind: oneOf('add'), points: number }),
  cap: record({ kind: oneOf('cap'), at: number }),
  floor: record({ kind: oneOf('floor'), at: number }),
  'not-applicable': record({ kind: oneOf('not-applicable') }),
});

/** The form of the rules of an indicator or of the total. */
export const rules = listOf(record({ then: effect, reason: line(200) }, { when: checkCondition }), 0, MAX_RULES);
