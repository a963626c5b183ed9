import { type ClassRules, type Day, type Evidence, type Money, type Month } from '#libs/values';
import {
  type AssetsHandedOver,
  type CapitalArrived,
  type ContractAmended,
  type ContractTerminated,
  type CreditShared,
  type DesignCapacityReached,
  type EnterpriseRegistered,
  type FraudKind,
  type GroupAssigned,
  type HandedOver,
  type IntroducerCorrected,
  type KeyProjectDesignated,
  type LandSecured,
  type LeaderAttached,
  type LeaderDetached,
  type LetterOfIntentSigned,
  type Milestone,
  type NegotiationRecorded,
  type ProjectDetailsChanged,
  type ProjectOpened,
  type ProjectResumed,
  type ProjectSuspended,
  type Proof,
  type ResponsibilityDone,
  type ResponsibilityFixed,
  type Terms,
} from './project.events.js';

/** An event's data as the command gives it: the grade follows from the evidence, which may be left out. */
type Given<Data> = Readonly<Omit<Data, 'evidence' | 'grade'>> &
  ('evidence' extends keyof Data ? { readonly evidence?: Evidence[] } : unknown);

/** When a milestone was reached, and the papers that prove it. */
export type Claim = Given<Proof>;
export type ContractTerms = Claim & Readonly<Terms>;
export type RegistrationTerms = Given<EnterpriseRegistered['data']>;
export type LandTerms = Given<LandSecured['data']>;
export type HandoverTerms = Given<AssetsHandedOver['data']>;
export type OutputTerms = Given<DesignCapacityReached['data']>;

/** What has to be said of each milestone. */
export interface MilestoneTerms {
  readonly contract: ContractTerms;
  readonly registration: RegistrationTerms;
  readonly land: LandTerms;
  readonly start: Claim;
  readonly completion: Claim;
  readonly acceptance: Claim;
  readonly handover: HandoverTerms;
  readonly production: Claim;
  readonly output: OutputTerms;
}

/** A month's figures; the day they speak of follows from the month. */
export interface ProgressFigures {
  readonly month: Month;
  readonly investment: Money;
  readonly physicalProgress?: string;
  readonly physicalPercent?: number;
}
export type CapitalFigures = Given<CapitalArrived['data']>;
/** A year's figures; the day they speak of follows from the year. */
export interface OutputFigures {
  readonly year: number;
  readonly output: Money;
  readonly tax: Money;
  readonly jobs: number;
  readonly evidence?: Evidence[];
}

/** The figures that are reported again and again. */
export interface FigureTerms {
  readonly progress: ProgressFigures;
  readonly capital: CapitalFigures;
  readonly output: OutputFigures;
}
export type FigureKind = keyof FigureTerms;

export type ProjectDetails = Readonly<ProjectOpened['data']>;

/** Opening may bring along what has already happened, so that a row of a yearbook is one append. */
export interface OpenProject {
  readonly kind: 'open-project';
  readonly project: ProjectDetails;
  readonly contract?: ContractTerms;
  readonly land?: LandTerms;
  readonly start?: Claim;
}

export type ReachMilestone = {
  [M in Milestone]: { readonly kind: 'reach-milestone'; readonly milestone: M; readonly terms: MilestoneTerms[M] };
}[Milestone];
/** The whole milestone anew; `correctsEventId` names the event that stands. */
export type CorrectMilestone = {
  [M in Milestone]: {
    readonly kind: 'correct-milestone';
    readonly milestone: M;
    readonly correctsEventId: string;
    readonly reason: string;
    readonly terms: MilestoneTerms[M];
  };
}[Milestone];
export type ReportFigure = {
  [F in FigureKind]: { readonly kind: 'report-figure'; readonly figure: F; readonly terms: FigureTerms[F] };
}[FigureKind];
export type CorrectFigure = {
  [F in FigureKind]: {
    readonly kind: 'correct-figure';
    readonly figure: F;
    readonly correctsEventId: string;
    readonly reason: string;
    readonly terms: FigureTerms[F];
  };
}[FigureKind];

/** More papers for a milestone that stands. */
export interface SupplyEvidence {
  readonly kind: 'supply-evidence';
  readonly milestone: Milestone;
  readonly evidence: Evidence[];
  readonly occurredOn: Day;
}

/** What an inspector saw on site of a milestone that stands: `seen` or not. */
export interface InspectMilestone {
  readonly kind: 'inspect-milestone';
  readonly milestone: Milestone;
  readonly seen: boolean;
  readonly inspectionId?: string;
  readonly finding: string;
  readonly occurredOn: Day;
}

/** Names a milestone that stands, or by its event any fact that counts. */
export interface VoidFigure {
  readonly kind: 'void-figure';
  readonly milestone?: Milestone;
  readonly eventId?: string;
  readonly finding: string;
  readonly occurredOn: Day;
}

/** `eventIds` are needed for fake data and progress; a fake start or project names itself. */
export interface FindFraud {
  readonly kind: 'find-fraud';
  readonly fraud: FraudKind;
  readonly eventIds?: readonly string[];
  readonly finding: string;
  readonly approver: string;
  readonly occurredOn: Day;
}

/** Commands whose facts are recorded as they are given, once they are found possible. */
interface PlainFacts {
  'change-details': ProjectDetailsChanged;
  'correct-introducer': IntroducerCorrected;
  'designate-key-project': KeyProjectDesignated;
  'record-negotiation': NegotiationRecorded;
  'sign-letter-of-intent': LetterOfIntentSigned;
  'amend-contract': ContractAmended;
  'terminate-contract': ContractTerminated;
  'resume-project': ProjectResumed;
  'assign-group': GroupAssigned;
  'fix-responsibility': ResponsibilityFixed;
  'finish-responsibility': ResponsibilityDone;
  'attach-leader': LeaderAttached;
  'detach-leader': LeaderDetached;
  'share-credit': CreditShared;
}
export type PlainCommand = {
  [K in keyof PlainFacts]: { readonly kind: K; readonly facts: Given<PlainFacts[K]['data']> };
}[keyof PlainFacts];

/** `resumedOn` records a suspension that is already over. */
export interface SuspendProject {
  readonly kind: 'suspend-project';
  readonly facts: Readonly<ProjectSuspended['data']>;
  readonly resumedOn?: Day;
}
export interface HandOver {
  readonly kind: 'hand-over';
  readonly facts: Readonly<Omit<HandedOver['data'], 'fromUnit'>>;
}

/** A fact of a list is said anew, whole, by the command that recorded it; `correctionReason` is why. */
export interface CorrectFact {
  readonly kind: 'correct-fact';
  readonly correctsEventId: string;
  readonly correctionReason: string;
  readonly said:
    Extract<PlainCommand, { kind: 'amend-contract' | 'share-credit' | 'sign-letter-of-intent' }> | HandOver;
}

/** What can be done to a project that is open. */
export type ProjectChange =
  | ReachMilestone
  | CorrectMilestone
  | ReportFigure
  | CorrectFigure
  | CorrectFact
  | SupplyEvidence
  | InspectMilestone
  | VoidFigure
  | FindFraud
  | PlainCommand
  | SuspendProject
  | HandOver;

/** A command, the business day on which it was given, and the rules of classing in force. */
export type ProjectCommand = { readonly today: Day; readonly rules?: ClassRules } & (OpenProject | ProjectChange);
