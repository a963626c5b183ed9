import { type AsOf, type ProjectName, type UnitName } from '../api.js';

/** Who an approval waits for, or no one who is charged with it. */
export type Holder = 'department' | 'enterprise' | 'excluded';

/** How many days it may take, of which kind: `working`, or all of the year. */
interface Terms {
  readonly days: string;
  readonly statutory: number;
  readonly promised?: number;
}

/** An approval as it stood at the end of a day. */
export interface Approval {
  readonly id: string;
  readonly attempt: number;
  readonly project: ProjectName;
  readonly unit: UnitName;
  readonly kind: string;
  readonly name: string;
  readonly department: UnitName;
  readonly agentUnit?: UnitName;
  readonly jointCase?: string;
  readonly greenChannel?: boolean;
  readonly status: string;
  readonly requestedOn: string;
  readonly acceptedOn?: string;
  readonly decidedOn?: string;
  readonly revokedOn?: string;
  readonly number?: string;
  readonly overdue: boolean;
  readonly holder?: Holder;
  readonly supplements: readonly { readonly askedOn: string; readonly suppliedOn?: string }[];
  /** Days of the year. */
  readonly heldDays: Readonly<Record<Holder, number>>;
  readonly terms: Terms;
  /** Absent before acceptance. `used` and `remaining` are days of the kind `days`, `daysOverdue` of the year. */
  readonly limit?: Terms & {
    readonly dueOn: string;
    readonly statutoryDueOn: string;
    readonly used: number;
    readonly remaining: number;
    readonly daysOverdue: number;
    readonly weekendsOnlyIn: readonly number[];
  };
  readonly exclusions: readonly { readonly cause: string; readonly from: string; readonly until: string }[];
  /** What the list of the day required. */
  readonly listed?: { readonly version: number; readonly materials: readonly { readonly name: string }[] };
  readonly owed?: {
    readonly kind: string;
    readonly items: readonly string[];
    /** What of it was not handed in by the day. */
    readonly outstanding: readonly string[];
    readonly by?: string;
    readonly suppliedOn?: string;
    readonly overdue: boolean;
  };
}

/** A paper; a `deferrable` one may be handed in after acceptance (容缺). */
export interface Material {
  readonly code: string;
  readonly name: string;
  readonly deferrable?: boolean;
}

/** What the list says of an approval, or of all of its kind; limits in days of the kind `days`. */
export interface ListedItem {
  readonly kind: string;
  readonly paper?: string;
  readonly name: string;
  readonly days: string;
  readonly statutoryLimit: number;
  readonly promisedLimit?: number;
  readonly byCommitment?: boolean;
  readonly materials: readonly Material[];
}

/** One version of the list, in force from a day until the next version's. */
export interface PublishedList {
  readonly version: number;
  readonly from: string;
  readonly items: readonly ListedItem[];
  readonly publishedOn: string;
  readonly publishedBy: UnitName;
  readonly actor: string;
}

/** `inForce` is the version of the day `on`; absent where none is. */
export interface PublishedLists {
  readonly asOf: AsOf;
  readonly on: string;
  readonly inForce?: number;
  readonly versions: readonly PublishedList[];
}

/** Days during which one held the clock, both ends included. */
export interface Held {
  readonly holder: Holder;
  readonly from: string;
  readonly until: string;
}

export interface ApprovalShown {
  readonly asOf: AsOf;
  readonly on: string;
  readonly approval: Approval & { readonly held: readonly Held[] };
  readonly earlier: readonly Approval[];
}
