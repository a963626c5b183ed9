import { type DomainEvent } from '#libs/eventsourcing';
import { type Day, type Money, type UnitCode } from '#libs/values';

/** A metric that is competed in; amounts in 万元 of the whole project, from `min…` on and below `max…`. */
export interface Contest {
  readonly metric: string;
  readonly minInvestment?: Money;
  readonly maxInvestment?: Money;
  readonly minFixedAssets?: Money;
  readonly maxFixedAssets?: Money;
  readonly chain?: string;
}

/** One contest's table as it was frozen. */
export interface FinalTable {
  readonly contest: Contest;
  readonly rows: readonly FinalRow[];
}

export interface FinalRow {
  readonly rank: number;
  readonly unit: { readonly code: UnitCode; readonly name: string };
  readonly value: string;
  readonly numerator?: string;
  readonly denominator?: string;
}

/** The result that was announced: what the ledger said at the seq `asOf`, and the digest of both. */
export interface Final {
  readonly asOf: string;
  readonly tables: readonly FinalTable[];
  readonly hash: string;
}

/** Who competes in what, over which days (both included; they may lie in two years). */
export type CampaignOpened = DomainEvent<
  'CampaignOpened',
  {
    name: string;
    period: { from: Day; to: Day };
    contests: readonly Contest[];
    entrants: readonly UnitCode[];
    occurredOn: Day;
  }
>;
/** The final result, which later corrections don't change. */
export type CampaignClosed = DomainEvent<'CampaignClosed', { final: Final; occurredOn: Day }>;

export type CampaignEvent = CampaignOpened | CampaignClosed;

export const campaignStream = (id: string): string => `campaign-${id}`;
