import { type AsOf, type Grade, type Project, type UnitName } from '../api.js';

/** What the contract says besides what the summary shows. Amounts 万元. */
export interface Terms {
  readonly contractNo?: string;
  readonly origin?: string;
  readonly region?: string;
  readonly outputPerYear?: string;
  /** 万元 a year for each 亩. */
  readonly taxPerMu?: string;
  readonly landMu?: string;
  readonly capitalSchedule: readonly { readonly by: string; readonly amount: string }[];
}

/** What a year brought of what the contract promises a year; `rate` in per cent. */
interface Fulfilled {
  readonly actual: string;
  readonly rate: string;
}

/** A project as it stands now, with the reports behind its figures. */
export interface ProjectShown {
  readonly asOf: AsOf;
  readonly project: Project;
  readonly record: {
    readonly contract?: Terms;
    readonly land?: { readonly parcel: string; readonly mu: string };
    /** `investment` is the month's own. */
    readonly progress: readonly {
      readonly month: string;
      readonly investment: string;
      readonly physicalPercent?: number;
    }[];
    /** `amount` in 万 of its currency, `rate` CNY for one of it. */
    readonly capital: readonly { readonly on: string; readonly amount: string; readonly rate: string }[];
    readonly outputs: readonly {
      readonly year: number;
      readonly output: string;
      readonly tax: string;
      readonly jobs: number;
      readonly fulfilment: { readonly output?: Fulfilled; readonly taxPerMu?: Fulfilled };
    }[];
    readonly tenures: readonly { readonly unit: UnitName; readonly from: string }[];
    readonly leaders: readonly { readonly account: string; readonly duty: string; readonly from: string }[];
  };
}

export type Light = 'green' | 'yellow' | 'red';

/** A node of the plan, a promise of the contract, or what was reached without either. Slippages are days, early negative. */
export interface PlanNode {
  readonly code: string;
  readonly name: string;
  readonly order?: number;
  readonly baselineOn?: string;
  readonly plannedOn?: string;
  readonly contractBy?: string;
  readonly reachedOn?: string;
  readonly grade?: Grade;
  readonly slippage: { readonly baseline?: number; readonly plan?: number; readonly contract?: number };
  readonly light?: Light;
}

export interface Plan {
  readonly asOf: AsOf;
  readonly on: string;
  readonly thresholds: { readonly yellowDays: number; readonly redDays: number };
  readonly milestones: readonly PlanNode[];
  /** Per cent of the plan's weight. */
  readonly completion?: string;
  readonly versions: readonly { readonly eventId: string; readonly occurredOn: string; readonly reason?: string }[];
}
