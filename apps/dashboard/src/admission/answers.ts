import { type AsOf, type HistoryEntry, type UnitName } from '../api.js';

/** A project with the outcome of its last review. */
export interface Admission {
  readonly projectId: string;
  readonly projectName: string;
  readonly unit: UnitName;
  readonly outcome: string;
  readonly policyVersion: number;
  readonly failed: readonly string[];
  readonly total: number;
  readonly passScore: number;
  readonly reviewedOn: string;
  readonly overriddenOn: string | null;
  readonly approver: string | null;
  readonly reason: string | null;
}

/** What a review says. Facts are 万元, 亩, per cent. */
export interface Review {
  readonly policyVersion: number;
  readonly facts: Readonly<Record<string, string>>;
  readonly results: readonly {
    readonly check: string;
    readonly name: string;
    readonly passed: boolean;
    readonly value?: string;
    readonly atLeast?: string;
    readonly note?: string;
  }[];
  readonly quality: {
    readonly scores: readonly {
      readonly criterion: string;
      readonly name: string;
      readonly score: number;
      readonly max: number;
      readonly note?: string;
    }[];
    readonly total: number;
    readonly passScore: number;
    readonly passed: boolean;
  };
  readonly verdict: string;
  readonly occurredOn: string;
}

export interface AdmissionShown {
  readonly id: string;
  readonly asOf: AsOf;
  readonly on: string;
  readonly project: { readonly id: string; readonly name: string; readonly unit: UnitName };
  readonly standing: string;
  readonly entries: readonly HistoryEntry[];
}
