import { type NamedUnit, type UnitNaming } from '#libs/units';
import { type Day, percentage } from '#libs/values';
import { type BatchKind, DEEDS_OF, type Deed } from '../domain/batch.events.js';
import { type BatchRow } from '../projections/batch-register/batch.entities.js';
import { type Tally } from './listings.query.js';

/** How many of the listed really did what they were listed for. */
interface Share {
  readonly listed: number;
  readonly reached: number;
  /** Per cent with one place; absent for a batch that wasn't held, or has no project to divide by. */
  readonly rate?: string;
}

/** A batch, and how many of its projects really signed, started or were completed by the day asked about. */
export interface ShownBatch {
  readonly id: string;
  readonly kind: BatchKind;
  readonly name: string;
  readonly unit: NamedUnit;
  readonly plannedFor: Day;
  /** Absent until it is known to have been held. */
  readonly heldOn?: Day;
  /** All that are listed, whatever for. */
  readonly listed: number;
  readonly reached: number;
  readonly rate?: Share['rate'];
  /** The same for each deed that the batch is for. */
  readonly deeds: readonly ({ readonly deed: Deed } & Share)[];
  /** What the rate is the ratio of, in words. */
  readonly definition: string;
}

const DID: Record<Deed, string> = { signing: '签约', start: '开工', completion: '竣工' };

/** In a batch for several deeds each project counts by what it was listed for. */
const didOf = (kind: BatchKind): string =>
  DEEDS_OF[kind].map((deed) => DID[deed]).join('或') + (DEEDS_OF[kind].length > 1 ? '（按其所列事项）' : '');

export const definitionOf = (kind: BatchKind): string =>
  `分母为活动举办时名单中的项目，分子为其中截至业务日有有效${didOf(kind)}记录的项目（举办之前的也算）；` +
  '四舍五入到 0.1%，尚未举办或名单中没有项目的不计算。';

/** Whether it was known at `asOf` that the batch had been held. */
export const heldBy = ({ holdings }: BatchRow, asOf: bigint): Day | undefined =>
  holdings.findLast(({ seq }) => BigInt(seq) <= asOf)?.on ?? undefined;

export function shownBatch(
  batch: BatchRow,
  tallies: readonly Omit<Tally, 'batch'>[],
  { nameOf, asOf }: { readonly nameOf: UnitNaming; readonly asOf: bigint },
): ShownBatch {
  const { id, kind, name, unit, plannedFor } = batch;
  const heldOn = heldBy(batch, asOf);
  const share = (some: typeof tallies): Share => {
    const listed = some.reduce((sum, each) => sum + each.listed, 0);
    const reached = some.reduce((sum, each) => sum + each.reached, 0);
    const rate = heldOn === undefined || listed === 0 ? undefined : percentage(reached, listed);
    return { listed, reached, rate };
  };
  return {
    id,
    kind,
    name,
    unit: nameOf(unit),
    plannedFor,
    heldOn,
    ...share(tallies),
    deeds: DEEDS_OF[kind].map((each) => ({ deed: each, ...share(tallies.filter(({ deed }) => deed === each)) })),
    definition: definitionOf(kind),
  };
}
