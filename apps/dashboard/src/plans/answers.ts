import { type AsOf, type Figure, type ProjectName, type UnitName } from '../api.js';

export type Rate = Required<Pick<Figure, 'value' | 'numerator' | 'denominator'>>;

/** One of the two rates of planned starts, of each unit that planned any. */
export interface PlannedRate {
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  readonly total?: Rate;
  readonly rows: readonly (Rate & { readonly unit: UnitName })[];
}

export interface PlannedStarts {
  readonly asOf: AsOf;
  readonly year: number;
  readonly on: string;
  readonly metrics: readonly PlannedRate[];
}

/** A project that a rate is divided by, under the unit that answered for it when its month was over. */
export interface PlannedProject {
  readonly project: ProjectName;
  readonly unit: UnitName;
  /** The part, of one, that the unit is credited with. */
  readonly share: string;
  /** `YYYY-MM`. */
  readonly startMonth: string;
  readonly due: boolean;
  readonly started: boolean;
  readonly startedOn?: string;
}
