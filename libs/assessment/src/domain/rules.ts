import { type Effect, type Rule, numberIn } from './scheme.js';
import { judge } from './sources/condition.js';
import { type Circumstance, type Found, type Ground, foundNumber } from './sources/found.js';
import { type Figure } from './figures.js';
import { type Step } from './settle.js';
import { given } from './worked.js';

/** What the rules of an indicator come to at a subject: steps in their order, or why the indicator doesn't apply. */
export type Applied =
  | { readonly kind: 'steps'; readonly steps: readonly Step[]; readonly figures: readonly Figure[] }
  | { readonly kind: 'not-applicable'; readonly because: string };

/** A rule whose number isn't there (不适用) changes nothing. */
export function applyRules(rules: readonly Rule[], at: Circumstance, ground: Ground): Applied {
  const steps: Step[] = [];
  const figures: Figure[] = [];
  for (const { when, then, reason } of rules) {
    const judged = when && judge(when, at, ground);
    figures.push(...(judged?.figures ?? []));
    if (judged && !judged.holds) continue;
    const because = judged ? `${reason}（${judged.text}）` : reason;
    if (then.kind === 'not-applicable') return { kind: 'not-applicable', because: `${because}，不参与本项` };
    const by = numberOf(then, at, ground);
    if (by?.kind !== 'value') continue;
    steps.push({ kind: then.kind, by: by.worked, reason: because });
    figures.push(...by.figures);
  }
  return { kind: 'steps', steps, figures };
}

function numberOf(effect: Effect, at: Circumstance, ground: Ground): Found | undefined {
  const number = numberIn(effect)?.number;
  if (number === undefined) return undefined;
  return typeof number === 'string' ? foundNumber(given(number)) : ground.find(number, at);
}
