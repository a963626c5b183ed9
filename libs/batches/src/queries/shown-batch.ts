import { type NamedUnit, type UnitNaming } from '#libs/units';
import { type Day, percentage } from '#libs/values';
import { type BatchKind } from '../domain/batch.events.js';
import { type BatchRow } from '../projections/batch-register/batch.entities.js';
import { type Listing } from './listings.query.js';
import { type Reached } from './reached.query.js';

/** A batch, and how many of its projects really signed, started or were completed by the day asked about. */
export interface ShownBatch {
  readonly id: string;
  readonly kind: BatchKind;
  readonly name: string;
  readonly unit: NamedUnit;
  readonly plannedFor: Day;
  /** Absent until it is known to have been held. */
  readonly heldOn?: Day;
  readonly listed: number;
  readonly reached: number;
  /** Per cent with one place; absent for a batch that wasn't held, or has no project to divide by. */
  readonly rate?: string;
  /** What the rate is the ratio of, in words. */
  readonly definition: string;
}

const DID: Record<BatchKind, string> = { signing: '签约', start: '开工', completion: '竣工' };

export const definitionOf = (kind: BatchKind): string =>
  `分母为活动举办时名单中的项目，分子为其中截至业务日有有效${DID[kind]}记录的项目（举办之前的也算）；` +
  '四舍五入到 0.1%，尚未举办或名单中没有项目的不计算。';

/** Whether it was known at `asOf` that the batch had been held. */
export const heldBy = ({ holdings }: BatchRow, asOf: bigint): Day | undefined =>
  holdings.findLast(({ seq }) => BigInt(seq) <= asOf)?.on ?? undefined;

export function shownBatch(
  batch: BatchRow,
  listings: readonly Listing[],
  { reachedOn, nameOf, asOf }: { readonly reachedOn: Reached; readonly nameOf: UnitNaming; readonly asOf: bigint },
): ShownBatch {
  const { id, kind, name, unit, plannedFor } = batch;
  const heldOn = heldBy(batch, asOf);
  const listed = listings.length;
  const reached = listings.filter(({ project }) => reachedOn(kind, project)).length;
  return {
    id,
    kind,
    name,
    unit: nameOf(unit),
    plannedFor,
    heldOn,
    listed,
    reached,
    rate: heldOn === undefined || listed === 0 ? undefined : percentage(reached, listed),
    definition: definitionOf(kind),
  };
}
