/** The answers of the HTTP API. Amounts are 万元 as decimal text, days `YYYY-MM-DD`, instants ISO 8601. */

/** Up to which event of the log an answer counts, and when that event was recorded. */
export interface AsOf {
  readonly seq: string;
  readonly recordedAt: string | null;
  /** How many events up to then are set aside, so that what they say is missing. */
  readonly incomplete?: { readonly parked: number };
}

/** A unit as others name it. */
export interface UnitName {
  readonly code: string;
  readonly name: string;
}

export interface Unit extends UnitName {
  readonly kind: string;
  readonly group: string;
}

/** What is counted, in which unit of measure, and how: `definition` is the 口径 in words. */
export interface Metric {
  readonly code: string;
  readonly name: string;
  readonly unit: '个' | '%' | '批次';
  readonly definition: string;
}

/** A figure; a rate also says what it was divided from. */
export interface Figure {
  readonly value: string;
  readonly numerator?: string;
  readonly denominator?: string;
}

export interface LeagueRow extends Figure {
  readonly rank: number;
  readonly unit: UnitName;
}

export interface LeagueTable {
  readonly metric: Metric;
  readonly period: { readonly from: string; readonly to: string };
  readonly filters: { readonly minInvestment?: string; readonly minFixedAssets?: string; readonly group?: string };
  readonly asOf: AsOf;
  /** Absent when a rate has nothing to divide by. */
  readonly total?: Figure;
  readonly rows: readonly LeagueRow[];
}

/** One line of the postings ledger: a counted fact, or the reversal (红冲) of an earlier line. */
export interface Posting {
  readonly seq: string;
  readonly line: number;
  readonly metric: string;
  readonly unit: UnitName;
  readonly project?: ProjectName;
  readonly day: string;
  readonly quantity: string;
  readonly totalInvestment?: string;
  readonly fixedAssetInvestment?: string;
  readonly grade?: string;
  readonly eventId: string;
  readonly stream: string;
  readonly reverses?: { readonly seq: string; readonly line: number };
}

/** A day on which something counts in a rate, the entry of the ledger, and the event that recorded what counts. */
export interface CountedOn {
  readonly on: string;
  readonly seq: string;
  readonly eventId: string;
}

/** What a rate is taken of under one unit, and what of it has come true. */
export interface RateMember {
  readonly project: ProjectName;
  readonly unit: UnitName;
  readonly item?: string;
  readonly counted: CountedOn;
  readonly denominator: string;
  readonly numerator: string;
  readonly reached?: CountedOn;
}

export type Milestone =
  'contract' | 'registration' | 'land' | 'start' | 'completion' | 'acceptance' | 'handover' | 'production' | 'output';

export type Stage = 'opened' | 'negotiation' | 'intent' | Milestone;

/** The fields of a project that hold the day of a stage. */
export type StageDay =
  | 'openedOn'
  | 'negotiatedOn'
  | 'intentOn'
  | 'signedOn'
  | 'registeredOn'
  | 'landOn'
  | 'startedOn'
  | 'completedOn'
  | 'acceptedOn'
  | 'handedOverOn'
  | 'producingOn'
  | 'outputOn';

/** How far something is proved. */
export type Grade = 'claimed' | 'documented' | 'inspected';

/** What a project is at a moment. Areas are 亩. */
export interface ProjectState extends Readonly<Partial<Record<StageDay, string>>> {
  readonly name: string;
  readonly kind?: string;
  readonly unit: UnitName;
  readonly localUnit: UnitName;
  readonly group?: UnitName;
  readonly place?: string;
  readonly chain?: string;
  readonly leadId?: string;
  readonly reserveId?: string;
  readonly parentProjectId?: string;
  readonly keyLevel?: string;
  readonly stage: Stage;
  readonly grades: Readonly<Partial<Record<Milestone, Grade>>>;
  /** Absent while works go on. */
  readonly suspendedOn?: string;
  readonly terminatedOn?: string;
  readonly foundFakeOn?: string;
  readonly enterprise?: string;
  readonly creditCode?: string;
  readonly plannedInvestment?: string;
  readonly totalInvestment?: string;
  readonly fixedAssetInvestment?: string;
  readonly landMu?: string;
  readonly investmentCompleted: string;
  readonly capitalArrived: string;
}

/** A project as others name it. */
export interface ProjectName {
  readonly id: string;
  readonly name: string;
}

/** An enterprise that brought another in, by its code or by its project. */
export interface Introducer {
  readonly creditCode?: string;
  readonly project?: ProjectName;
}

export interface Project extends ProjectState {
  readonly id: string;
}

/** Typed in through the API, or a row (from 1) of an imported file named by its SHA-256. */
export type Source =
  { readonly kind: 'api' } | { readonly kind: 'import'; readonly file: string; readonly row: number };

/** One event as the event store holds it. */
export interface RecordedEvent {
  readonly eventId: string;
  readonly seq: string;
  readonly stream: string;
  readonly revision: string;
  readonly type: string;
  readonly title: string;
  readonly recordedAt: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: {
    readonly actor: string;
    readonly actingUnit: string;
    readonly role: string;
    readonly approvedBy?: string;
    readonly source: Source;
  };
}

export interface HistoryEntry {
  readonly revision: string;
  /** Null until the projector has numbered the event. */
  readonly seq: string | null;
  readonly eventId: string;
  readonly type: string;
  readonly title: string;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly actingUnit: UnitName;
  readonly role: string;
  readonly approvedBy?: string;
  readonly source: Source;
  readonly data: Readonly<Record<string, unknown>>;
  /** The event that declared this one void. */
  readonly voidedBy?: string;
  /** The event that says it anew. */
  readonly correctedBy?: string;
}

/** What is on record of a thing, and what it was on the day asked about. */
export interface History<State = ProjectState> {
  readonly id: string;
  readonly asOf: AsOf;
  readonly on?: string;
  readonly entries: readonly HistoryEntry[];
  /** Null when there was no such thing on that day, or it was not known. */
  readonly state: State | null;
}

/** 六定 of a project on a day: who has to act, and days beyond the 办结时间 until it was done or set anew. */
export interface ProjectTask {
  readonly eventId: string;
  readonly on: string;
  readonly matter: string;
  readonly target: string;
  readonly leader: string;
  readonly unit: UnitName;
  readonly requirement: string;
  readonly due: string;
  readonly done?: { readonly on: string; readonly result: string };
  /** Absent while it is waited for. */
  readonly closedOn?: string;
  readonly holder: UnitName;
  readonly daysOverdue: number;
}

/** A project's events, what it was, and what it was asked to do by then. */
export interface ProjectHistory extends History {
  readonly tasks: readonly ProjectTask[];
  /** The enterprise that brought it in. */
  readonly introducer?: Introducer;
}

export interface SchemeName {
  readonly code: string;
  readonly name: string;
  readonly version: number;
  readonly period: { readonly from: string; readonly to: string };
  readonly note?: string;
}

export interface ScoredIndicator {
  readonly code: string;
  readonly name: string;
  readonly points: string;
  /** Null where the indicator doesn't apply to the unit. */
  readonly score: string | null;
  /** The arithmetic with its numbers, to be checked with a calculator. */
  readonly formula: string;
  readonly value: string | null;
  readonly inputs: readonly { readonly name: string; readonly value: string; readonly eventIds: readonly string[] }[];
  /** The indicators that a branch of the tree is summed from. */
  readonly parts?: readonly ScoredIndicator[];
}

export interface Scorecard {
  readonly rank: number;
  readonly unit: UnitName;
  readonly total: string;
  /** How the total follows from the indicators. */
  readonly formula: string;
  readonly indicators: readonly ScoredIndicator[];
}

export interface Scores {
  readonly scheme: SchemeName;
  readonly asOf: AsOf;
  readonly rows: readonly Scorecard[];
}

/** One page of a list; `next` is the cursor of the page after it. */
export interface Page<Row> {
  readonly asOf: AsOf;
  readonly rows: readonly Row[];
  readonly next?: string;
  /** The business day that the rows were worked out for, where one matters. */
  readonly on?: string;
}
