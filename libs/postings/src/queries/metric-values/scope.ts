import { type Day, type Money } from '#libs/values';

/** Which postings count: those of a period (both days included), known by the seq `asOf`, from a size on. */
export interface Scope {
  readonly from: Day;
  readonly to: Day;
  readonly asOf: bigint;
  /** 万元, inclusive, on the whole project's total investment. */
  readonly minInvestment?: Money;
  /** 万元, inclusive, on the whole project's fixed assets. */
  readonly minFixedAssets?: Money;
  /** The assessment group that the unit was in. */
  readonly group?: string;
}

/** The values of `IN_SCOPE`, `$1` to `$6`. */
export const scopeValues = ({ from, to, asOf, minInvestment, minFixedAssets, group }: Scope): unknown[] => [
  from,
  to,
  asOf,
  minInvestment,
  minFixedAssets,
  group,
];

/** The condition, on the columns of `posting`, that a posting of the metric `$7` is in scope. */
export const IN_SCOPE = `metric = $7 and day between $1 and $2 and seq <= $3
  and ($4::numeric is null or total_investment >= $4)
  and ($5::numeric is null or fixed_asset_investment >= $5)
  and ($6::text is null or unit_group = $6)`;
