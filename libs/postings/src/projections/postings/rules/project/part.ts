import { type Project } from '#libs/projects';
import { type Count } from './count.js';

/** What facts count for before and after an event, without what stays the same. */
export interface Changed {
  readonly before: readonly Count[];
  readonly after: readonly Count[];
}

/**
 * A part of what a project counts for: what of it an event changes, or all of it on both sides when it is wanted `anew`.
 * Facts are compared by identity: a project's evolution replaces what changes and keeps the rest.
 */
export type Part = (before: Project | undefined, after: Project, anew: boolean) => Changed;

const NOTHING: Changed = { before: [], after: [] };

/** Something of a project that counts follow from. */
export type Ground = (project: Project) => unknown;

/** A part that counts as a whole, and all that it follows from besides who is credited and the bands. */
export const wholePart =
  (grounds: readonly Ground[], counts: (project: Project) => Count[]): Part =>
  (before, after, anew) =>
    !anew && before && areSame(grounds, before, after)
      ? NOTHING
      : { before: before ? counts(before) : [], after: counts(after) };

/** A part of many facts, each of which counts by itself. */
export const factsPart =
  <Fact>(factsOf: (project: Project) => readonly Fact[], counts: (fact: Fact) => Count[]): Part =>
  (before, after, anew) => {
    const [known, standing] = [before ? factsOf(before) : [], factsOf(after)];
    if (!anew && known === standing) return NOTHING;
    const alike = anew ? 0 : alikeAtFirst(known, standing);
    return { before: known.slice(alike).flatMap(counts), after: standing.slice(alike).flatMap(counts) };
  };

/** How many facts both lists begin with: most events add one to the end. */
function alikeAtFirst(known: readonly unknown[], standing: readonly unknown[]): number {
  let alike = 0;
  while (alike < known.length && known[alike] === standing[alike]) alike += 1;
  return alike;
}

export const areSame = (grounds: readonly Ground[], before: Project, after: Project): boolean =>
  grounds.every((ground) => ground(before) === ground(after));

/** What the contract says, as signed and amended. */
export const CONTRACT: readonly Ground[] = [
  ({ reached }) => reached.contract,
  ({ signed }) => signed,
  ({ amendments }) => amendments,
];
