import { type UnitName } from '../api.js';

/** What is being planned, as it stands on a day. Amounts 万元. */
export interface ReserveState {
  readonly name: string;
  readonly unit: UnitName;
  readonly idea: string;
  readonly stage: string;
  readonly funding: string;
  readonly plannedInvestment: string;
  readonly place?: string;
  readonly chain?: string;
  readonly plannedOn: string;
  readonly enteredOn?: string;
  readonly readyOn?: string;
  readonly movedOn: string;
  /** Absent after the end. */
  readonly idleDays?: number;
  readonly flag?: { readonly on: string; readonly idleSince: string; readonly idleDays: number };
  readonly site?: { readonly outcome: string; readonly reason?: string; readonly on: string };
  readonly selection?: { readonly step: string; readonly enterprise?: string; readonly on: string };
  readonly earlyWorks: Readonly<Partial<Record<string, { readonly state: string; readonly on: string }>>>;
  readonly end?: { readonly on: string; readonly reason?: string };
  readonly conversion?: { readonly projectId: string };
}

/** A line of the list. */
export interface ReserveEntry extends ReserveState {
  readonly id: string;
}
