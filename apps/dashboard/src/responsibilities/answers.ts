import { type ProjectName, type Stage, type UnitName } from '../api.js';

/** 六定. */
export interface FixedTask {
  readonly matter: string;
  readonly target: string;
  readonly leader: string;
  readonly unit: UnitName;
  readonly requirement: string;
  readonly due: string;
  /** Where it is done, since when. */
  readonly done?: { readonly on: string };
}

/** Who answers for a project. */
export interface Responsibility {
  readonly project: ProjectName;
  readonly stage: Stage;
  readonly unit: UnitName;
  readonly localUnit: UnitName;
  readonly group?: UnitName;
  /** Who answered from when on; the last one answers now. */
  readonly tenures: readonly { readonly unit: UnitName; readonly from: string }[];
  readonly leaders: readonly { readonly account: string; readonly duty: string; readonly from: string }[];
  readonly responsibility?: FixedTask;
}

/** A leader who looks after an enterprise, park or district. */
export interface Steward {
  readonly id: string;
  readonly stewardship: string;
  readonly subject: { readonly kind: string; readonly code: string; readonly name: string };
  readonly unit: UnitName;
  readonly account: string;
  readonly duty: string;
  readonly purpose: string;
  readonly from: string;
  readonly until?: string;
  readonly responsibility?: FixedTask;
}
