import { type Check, byKind, checkBy, referring } from '../checks.js';
import { among } from './among.js';
import { certified, discretionary, metric, register } from './asked.js';
import { item, own, result } from './at-hand.js';
import { chooseSource, firstFound, lookup, met } from './chosen.js';
import {
  bounded,
  difference,
  elapsed,
  growth,
  highest,
  lowest,
  mean,
  number,
  product,
  rounded,
  share,
  sum,
} from './computed.js';
import { conditionForm } from './condition.js';
import { type Circumstance, type Found, type Ground } from './found.js';
import { entries, items } from './items.js';
import { panel } from './panel.js';
import { indicator, place } from './peers.js';
import { exponential, logarithmOf, power } from './powers.js';
import { rollUp } from './roll-up.js';
import { type SourceRule } from './rule.js';
import { type Source } from './source.js';
import { stated } from './stated.js';

const RULES: { readonly [Kind in Source['kind']]: SourceRule<Extract<Source, { kind: Kind }>> } = {
  metric,
  entries,
  certified,
  items,
  panel,
  discretionary,
  scheme: rollUp,
  register,
  number,
  stated,
  elapsed,
  share,
  difference,
  growth,
  sum,
  product,
  highest,
  lowest,
  mean,
  rounded,
  bounded,
  power,
  logarithm: logarithmOf,
  exponential,
  lookup,
  choose: chooseSource,
  met,
  'first-found': firstFound,
  place,
  among,
  indicator,
  item,
  own,
  result,
};

/** What a source has for a subject, or for an item or a result of it. */
export const findBy = (source: Source, at: Circumstance, ground: Ground): Found =>
  // TypeScript can't see that the rule found under a kind takes the sources of that kind.
  (RULES[source.kind] as SourceRule<Source>).find(source, at, ground);

/** Sources and conditions may stand in one another this often: deeper ones nobody can check by hand. */
const MAX_DEPTH = 8;

const tooDeep = checkBy({}, (_value, path, problems) => {
  problems.push({ field: path, code: 'SCHEME.TOO_DEEP', message: `数据来源和条件最多嵌套 ${MAX_DEPTH} 层` });
});

/** The forms of sources and conditions, from the innermost outwards. */
function formsOf(levels: number): { readonly source: Check; readonly condition: Check } {
  let forms = { source: tooDeep, condition: tooDeep };
  for (let level = 0; level < levels; level++) {
    const below = forms;
    const inner = {
      source: referring('source', () => below.source),
      condition: referring('condition', () => below.condition),
    };
    const checks = Object.entries(RULES).map(([kind, rule]) => [kind, rule.check(inner)] as const);
    forms = { source: byKind(Object.fromEntries(checks)), condition: conditionForm(inner) };
  }
  return forms;
}

const outermost = formsOf(MAX_DEPTH);

/** What `#/$defs/source` and `#/$defs/condition` of the scheme's JSON Schema stand for. */
export const sourceSchemas = { source: outermost.source.schema, condition: outermost.condition.schema };

export const checkSource = referring('source', () => outermost.source);
export const checkCondition = referring('condition', () => outermost.condition);
