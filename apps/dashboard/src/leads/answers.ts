import { type History, type Introducer, type UnitName } from '../api.js';

/** The days of the steps that a lead has made, and what it is about. Amounts 万元. */
interface LeadFacts {
  readonly title: string;
  readonly unit: UnitName;
  readonly enterprise: string;
  readonly creditCode?: string;
  readonly region?: string;
  readonly status: string;
  readonly tiers: readonly string[];
  readonly channel: string;
  readonly method?: string;
  /** Who brought the enterprise in. */
  readonly introducer?: Introducer;
  readonly class?: string;
  readonly chain?: string;
  readonly expectedInvestment: string;
  readonly firstContactOn: string;
  readonly capturedOn: string;
  readonly qualifiedOn?: string;
  readonly rejectedOn?: string;
  readonly droppedOn?: string;
  readonly mergedOn?: string;
  readonly convertedOn?: string;
  readonly conversion?: { readonly projectId: string };
}

/** A line of the list. */
export interface Lead extends LeadFacts {
  readonly id: string;
}

/** A unit's part of one. */
export interface NamedShare {
  readonly unit: UnitName;
  readonly share: string;
}

/** A lead at a moment. */
export interface LeadState extends LeadFacts {
  readonly capturedUnit: UnitName;
  readonly capturedBy?: string;
  readonly assignee?: string;
  readonly reportedTo: readonly UnitName[];
  readonly reason?: string;
  readonly mergedInto?: string;
  /** As agreed. */
  readonly shares?: readonly NamedShare[];
  /** Offered, and not answered yet. */
  readonly referral?: {
    readonly from: UnitName;
    readonly to: UnitName;
    readonly shares: readonly NamedShare[];
    readonly expiresOn?: string;
    readonly note?: string;
    readonly offeredOn: string;
  };
}

/** A lead that was found to be the same as another, and goes on in that. */
export interface MergedLead {
  readonly id: string;
  readonly title: string;
  readonly capturedUnit: UnitName;
  readonly capturedOn: string;
  readonly mergedOn?: string;
}

/** A lead at a moment, with all that was known of it. */
export interface LeadHistory extends History<LeadState> {
  readonly merged: readonly MergedLead[];
}

/** Every version of the rules by which leads are classed. */
export interface ClassRules {
  readonly versions: readonly { readonly classes: readonly { readonly code: string; readonly name: string }[] }[];
}
