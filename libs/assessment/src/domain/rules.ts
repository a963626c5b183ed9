import { type Decimal } from './arithmetic.js';
import { type Effect, type Rule, numberIn } from './scheme.js';
import { judge } from './sources/condition.js';
import { type Circumstance, type Found, type Ground, foundNumber } from './sources/found.js';
import { type Figure } from './figures.js';
import { type Step, stepped } from './settle.js';
import { given } from './worked.js';

/** What the rules of an indicator come to at a subject: steps in their order, or why the indicator doesn't apply. */
export type Applied =
  | { readonly kind: 'steps'; readonly steps: readonly Step[]; readonly figures: readonly Figure[] }
  | { readonly kind: 'not-applicable'; readonly because: string };

/**
 * What the rules make of a score, each of what the one before has left. A rule whose number isn't there (不适用) changes nothing.
 */
export function applyRules(rules: readonly Rule[], at: Circumstance, ground: Ground, score: Decimal): Applied {
  let before = score;
  const steps: Step[] = [];
  const figures: Figure[] = [];
  for (const { when, then, reason } of rules) {
    const here = { ...at, own: { ...at.own, score: given(before) } };
    const judged = when && judge(when, here, ground);
    figures.push(...(judged?.figures ?? []));
    if (judged && !judged.holds) continue;
    const because = judged ? `${reason}（${judged.text}）` : reason;
    if (then.kind === 'not-applicable') return { kind: 'not-applicable', because: `${because}，不参与本项` };
    const by = numberOf(then, here, ground);
    if (by?.kind !== 'value') continue;
    const step = { kind: then.kind, by: by.worked, reason: because };
    steps.push(step);
    before = stepped(before, step);
    figures.push(...by.figures);
  }
  return { kind: 'steps', steps, figures };
}

function numberOf(effect: Effect, at: Circumstance, ground: Ground): Found | undefined {
  const number = numberIn(effect)?.number;
  if (number === undefined) return undefined;
  return typeof number === 'string' ? foundNumber(given(number)) : ground.find(number, at);
}
