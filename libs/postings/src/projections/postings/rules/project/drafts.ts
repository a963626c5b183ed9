import { type Project, termsOf } from '#libs/projects';
import { type UnitCode, Decimal } from '#libs/values';
import { type Draft } from '../../draft.js';
import { type PostingRow } from '../../posting.entity.js';
import { amountParts } from './amounts.js';
import { type Count } from './count.js';
import { holdersOn } from './holders.js';
import { milestoneParts } from './milestones.js';
import { type Ground, type Part, areSame } from './part.js';
import { plannedStartParts } from './planned-starts.js';
import { promiseParts } from './promises.js';

const PARTS: readonly Part[] = [...milestoneParts, ...amountParts, ...promiseParts, ...plannedStartParts];

/** What a project no longer counts for, by the keys of its entries, and what it newly counts for. */
export interface Difference {
  readonly fallen: ReadonlySet<string>;
  readonly risen: readonly Draft[];
}

/**
 * What an event changes in what a project's standing facts count for, divided among those who are credited. What stays
 * the same is not even looked at: most events add one fact to many.
 */
export function difference(id: string, before: Project | undefined, after: Project): Difference {
  const anew = before === undefined || !areSame(OF_ALL, before, after);
  const counted: Count[] = [];
  const counts: Count[] = [];
  for (const part of PARTS) {
    const changed = part(before, after, anew);
    counted.push(...changed.before);
    counts.push(...changed.after);
  }
  const risen = draftsOf(id, after, counts);
  if (before === undefined || counted.length === 0) return { fallen: NONE, risen };
  const wanted = keyed(risen);
  const fallen = new Set<string>();
  for (const key of keyed(draftsOf(id, before, counted)).keys()) if (!wanted.delete(key)) fallen.add(key);
  return { fallen, risen: [...wanted.values()] };
}

const NONE: ReadonlySet<string> = new Set();

const keyed = (drafts: readonly Draft[]): Map<string, Draft> =>
  new Map(drafts.map((draft) => [keyOf(draft, draft.unit), draft]));

/** Whoever is credited, and the bands, concern all parts. */
const OF_ALL: readonly Ground[] = [
  (project) => termsOf(project)?.totalInvestment,
  (project) => termsOf(project)?.fixedAssetInvestment,
  ({ chain }) => chain,
  ({ unit }) => unit,
  ({ tenures }) => tenures,
  ({ divisions }) => divisions,
];

function draftsOf(id: string, project: Project, counts: readonly Count[]): Draft[] {
  const terms = termsOf(project);
  const whole = {
    project: id,
    totalInvestment: terms?.totalInvestment ?? null,
    fixedAssetInvestment: terms?.fixedAssetInvestment ?? null,
    chain: project.chain ?? null,
  };
  return counts.flatMap(({ amount, ...count }) =>
    holdersOn(project, count.metric, count.day).map(({ unit, share }): Draft => {
      const quantity = share === WHOLE ? amount : new Decimal(amount).times(share).toFixed();
      return { ...whole, ...count, unit, share, quantity };
    }),
  );
}

const WHOLE = '1';

type Said = Omit<Draft, 'unit' | 'group' | 'holder' | 'project' | 'reversesSeq' | 'reversesLine'>;

/** What is posted under the same key says the same; decimals have one spelling, here and in the database. */
const keyOf = (said: Said, holder: UnitCode): string =>
  JSON.stringify([
    ...[said.metric, said.item, said.day, holder, said.quantity, said.share, said.factId, said.grade, said.evidence],
    ...[said.chain, said.totalInvestment, said.fixedAssetInvestment],
  ]);

/** The key of an entry, by which it is among those that have fallen. */
export const keyOfEntry = (entry: PostingRow): string => keyOf(entry, entry.holder);
