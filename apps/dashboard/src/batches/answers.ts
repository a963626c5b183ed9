import { type AsOf, type ProjectName, type UnitName } from '../api.js';

export type Deed = 'signing' | 'start' | 'completion';

/** A 集中活动 and how many of its projects really did what it was held for. */
export interface Batch {
  readonly id: string;
  readonly kind: keyof typeof BATCH_KINDS;
  readonly name: string;
  readonly unit: UnitName;
  readonly plannedFor: string;
  readonly heldOn?: string;
  readonly listed: number;
  readonly reached: number;
  readonly rate?: string;
  /** The same for each deed that it was held for. */
  readonly deeds: readonly {
    readonly deed: Deed;
    readonly listed: number;
    readonly reached: number;
    readonly rate?: string;
  }[];
  readonly definition: string;
}

export interface BatchShown {
  readonly asOf: AsOf;
  readonly on: string;
  readonly batch: Batch;
  readonly projects: readonly {
    readonly project: ProjectName;
    readonly unit: UnitName;
    readonly deed: Deed;
    readonly listedOn: string;
    readonly reachedOn?: string;
    /** From the event to the deed; negative when the deed came first. */
    readonly daysAfter?: number;
  }[];
}

export const BATCH_KINDS = {
  signing: '集中签约',
  start: '集中开工',
  completion: '集中竣工',
  'start-completion': '集中开工竣工',
} as const;

/** What a project has to have done to count. */
export const DEEDS: Readonly<Record<Deed, string>> = { signing: '签约', start: '开工', completion: '竣工' };
