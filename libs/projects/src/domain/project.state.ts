import {
  type AccountCode,
  type Day,
  type EvidenceKind,
  type Grade,
  type Introducer,
  type Money,
  type UnitCode,
} from '#libs/values';
import {
  type CapitalArrived,
  type CreditShared,
  type Details,
  type EnterpriseRegistered,
  type KeyLevel,
  type LandSecured,
  type Milestone,
  MILESTONES,
  type OutputReported,
  type ProgressReported,
  type ResponsibilityFixed,
  type Terms,
} from './project.events.js';

/** A fact that stands: the event that recorded it, and its business day. */
export interface Fact {
  readonly eventId: string;
  readonly on: Day;
}

/** A fact with the papers that prove it: of which kinds, and how far. */
export interface Paper extends Fact {
  readonly grade: Grade;
  readonly evidence: readonly EvidenceKind[];
}

/** A milestone that stands, and how far it is proved by which kinds of paper, all that is said for it together. */
export interface Reached extends Paper {
  /** Its own, then those that were supplied. */
  readonly papers: readonly Paper[];
  /** By which inspectors saw it. */
  readonly inspections: readonly Fact[];
}

/** The contract as it reads from a day on. */
export interface TermsVersion extends Paper {
  readonly terms: Terms;
}

/** Who answers from a day on. */
export interface Tenure {
  readonly eventId: string;
  readonly unit: UnitCode;
  readonly from: Day;
}

/** A time without works; open while `until` is absent. */
export interface Stop extends Fact {
  readonly until?: Day;
  /** The event that ended it. */
  readonly endedBy?: string;
}

/** A leader in charge; until `detached`, if that has happened. */
export interface Leader {
  readonly eventId: string;
  readonly account: AccountCode;
  readonly duty: string;
  readonly from: Day;
  readonly detached?: Fact;
}

/** 六定 as they were set on a day, and since when what they ask for is done, with what result. */
export type FixedTask = Fact &
  Readonly<Omit<ResponsibilityFixed['data'], 'occurredOn'>> & { readonly done?: Fact & { readonly result: string } };

/** A division of credit, as agreed; the last one recorded for a day and metric is in force. */
export type Division = Fact & Pick<CreditShared['data'], 'shares' | 'from' | 'until' | 'metrics'>;
export type Capital = Paper & Pick<CapitalArrived['data'], 'amount' | 'currency' | 'rate' | 'origin'>;
export type Progress = Fact & Pick<ProgressReported['data'], 'month' | 'investment' | 'physicalPercent'>;
export type YearOutput = Paper & Pick<OutputReported['data'], 'year' | 'output' | 'tax' | 'jobs'>;

/** A project as its standing facts leave it: plain data that survives JSON. Lists are in the order of recording. */
export interface Project extends Readonly<Details> {
  /** Answers now: the last of `tenures`. */
  readonly unit: UnitCode;
  readonly localUnit?: UnitCode;
  readonly leadId?: string;
  readonly reserveId?: string;
  readonly parentProjectId?: string;
  /** The enterprise that brought it in. */
  readonly introducer?: Introducer;
  readonly openedOn: Day;
  /** By size and tier, as the rules of classing have it (features.md L3). */
  readonly class?: string;
  /** The units that have been told of it for its class. */
  readonly reportedTo: readonly UnitCode[];
  readonly negotiations: readonly Fact[];
  readonly intents: readonly Fact[];
  readonly keyLevels: readonly (Fact & { readonly level: KeyLevel; readonly year: number })[];
  readonly reached: Readonly<Partial<Record<Milestone, Reached>>>;
  /** As signed, while the contract stands; `amendments` in the order of their days. */
  readonly signed?: Terms;
  readonly amendments: readonly TermsVersion[];
  readonly terminated?: Fact;
  readonly enterprise?: Pick<EnterpriseRegistered['data'], 'enterprise' | 'creditCode' | 'capital'>;
  readonly land?: Pick<LandSecured['data'], 'parcel' | 'mu' | 'method' | 'price'>;
  readonly outputPerYear?: Money;
  readonly progress: readonly Progress[];
  readonly capital: readonly Capital[];
  readonly outputs: readonly YearOutput[];
  readonly stops: readonly Stop[];
  readonly tenures: readonly Tenure[];
  readonly divisions: readonly Division[];
  readonly groups: readonly (Fact & { readonly group: UnitCode })[];
  /** The last ones hold. */
  readonly responsibilities: readonly FixedTask[];
  /** All that were ever attached. */
  readonly leaders: readonly Leader[];
  /** The finding that there never was such a project. */
  readonly fake?: Fact;
}

/** `undefined` until the project is opened. */
export type ProjectState = Project | undefined;

/** How far a project can have come. */
export const STAGES = ['opened', 'negotiation', 'intent', ...MILESTONES] as const;
export type Stage = (typeof STAGES)[number];

/** How far a project has come: its furthest milestone that stands, in the order in which most projects reach them. */
export function stageOf(project: Project): Stage {
  const milestone = MILESTONES.findLast((each) => project.reached[each]);
  if (milestone) return milestone;
  if (project.intents.length > 0) return 'intent';
  return project.negotiations.length > 0 ? 'negotiation' : 'opened';
}

/** The latest day of facts that happen again and again. */
export const latestOf = (facts: readonly Fact[]): Day | undefined =>
  facts
    .map(({ on }) => on)
    .toSorted()
    .at(-1);

/** 归口专班, as it is now. */
export const groupOf = ({ groups }: Project): UnitCode | undefined => groups.at(-1)?.group;

/** 六定, as they are now. */
export const responsibilityOf = ({ responsibilities }: Project): FixedTask | undefined => responsibilities.at(-1);

/** What still has to be done: the 六定 as they are now, until they are done. */
export const openTaskOf = (project: Project): FixedTask | undefined => {
  const last = responsibilityOf(project);
  return last?.done ? undefined : last;
};

/** The leaders who are in charge now. */
export const leadersOf = ({ leaders }: Project): Leader[] => leaders.filter(({ detached }) => !detached);

/** The accounts of the leaders who are in charge now, and of the one who leads by 六定. */
export const accountsInCharge = (project: Project): AccountCode[] => [
  ...new Set([
    ...leadersOf(project).map(({ account }) => account),
    ...project.responsibilities.slice(-1).map(({ leader }) => leader),
  ]),
];

/** The place that answers first throughout (第一责任单位). */
export const localUnitOf = ({ localUnit, tenures, unit }: Project): UnitCode => localUnit ?? tenures[0]?.unit ?? unit;

/** The units that may read of a project: who answers, its place, who shares in its credit, who has been told of it. */
export const readersOf = (project: Project): UnitCode[] => [
  ...new Set([
    project.unit,
    localUnitOf(project),
    ...project.divisions.flatMap(({ shares }) => shares.map(({ unit }) => unit)),
    ...project.reportedTo,
  ]),
];

/** The contract as it was signed and amended, while it stands. */
export const versionsOf = ({ reached, signed, amendments }: Project): TermsVersion[] =>
  reached.contract && signed ? [{ ...paperIn(reached.contract), terms: signed }, ...amendments] : [];

const paperIn = ({ eventId, on, grade, evidence }: Reached): Paper => ({ eventId, on, grade, evidence });

/** The contract as it reads now. */
export const termsOf = (project: Project): Terms | undefined => versionsOf(project).at(-1)?.terms;

/** Who answered on a day; for days before the first tenure, the first. */
export const unitOn = ({ tenures, unit }: Pick<Project, 'tenures' | 'unit'>, day: Day): UnitCode =>
  (tenures.findLast(({ from }) => from <= day) ?? tenures[0])?.unit ?? unit;
