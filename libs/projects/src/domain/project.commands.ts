import { type Area, type Day, type Evidence, type Money } from '#libs/values';
import { type Milestone, type ProjectOpened } from './project.events.js';

/** When a milestone was reached, and the papers that prove it. */
export interface Claim {
  readonly occurredOn: Day;
  readonly evidence?: Evidence[];
}

export interface ContractTerms extends Claim {
  readonly contractNo?: string;
  readonly enterprise?: string;
  readonly totalInvestment: Money;
  readonly fixedAssetInvestment: Money;
  readonly startBy?: Day;
  readonly completeBy?: Day;
  readonly produceBy?: Day;
  readonly outputPerYear?: Money;
}

export interface LandTerms extends Claim {
  readonly parcel: string;
  readonly mu: Area;
}

export interface OutputTerms extends Claim {
  readonly outputPerYear: Money;
}

export type ProjectDetails = Readonly<ProjectOpened['data']>;

/** Opening may bring along what has already happened, so that a row of a yearbook is one append. */
export interface OpenProject {
  readonly kind: 'open-project';
  readonly project: ProjectDetails;
  readonly contract?: ContractTerms;
  readonly land?: LandTerms;
  readonly start?: Claim;
}

export interface VoidFigure {
  readonly kind: 'void-figure';
  readonly milestone: Milestone;
  readonly finding: string;
  readonly occurredOn: Day;
}

export type ProjectCommand = { readonly today: Day } & (
  | OpenProject
  | { readonly kind: 'sign-contract'; readonly contract: ContractTerms }
  | { readonly kind: 'secure-land'; readonly land: LandTerms }
  | { readonly kind: 'start-construction'; readonly start: Claim }
  | { readonly kind: 'reach-output'; readonly output: OutputTerms }
  | VoidFigure
);
