import { type ProjectName, type Stage, type UnitName } from '../api.js';

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
  /** 六定. */
  readonly responsibility?: {
    readonly matter: string;
    readonly target: string;
    readonly leader: string;
    readonly unit: UnitName;
    readonly requirement: string;
    readonly due: string;
  };
}
