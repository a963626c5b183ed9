import { type NamedProject } from '#libs/projects';
import { type NamedUnit, type UnitNaming } from '#libs/units';
import { type Day, type WorkCalendar, daysBetween } from '#libs/values';
import { type DayKind } from '../domain/approval.events.js';
import { type ApprovalKind, approvalName } from '../domain/approval.kinds.js';
import { type Approval, type Exclusion, type Status } from '../domain/approval.state.js';
import { statusOn, usedDays } from '../domain/clock.js';
import { type Owed, outstandingOn } from '../domain/owed.js';
import { type Holder, daysHeld, heldUntil, holderOn } from '../domain/holders.js';
import { type ApprovalRow } from '../projections/approvals/approval.entities.js';
import { yearOf } from '../projections/approvals/approval-row.js';

/** The limits of an accepted approval on a day. Days are of the kind `days`, but `daysOverdue` are days of the year. */
export interface Limit {
  readonly days: DayKind;
  readonly statutory: number;
  readonly promised?: number;
  /** The last day of the promised limit, else of the statutory one. */
  readonly dueOn: Day;
  readonly statutoryDueOn: Day;
  readonly used: number;
  /** Of the limit that is to be kept; negative when more are used than it has. */
  readonly remaining: number;
  readonly daysOverdue: number;
  /** Years between acceptance and the due days for which no calendar was published: only weekends are left out. */
  readonly weekendsOnlyIn: number[];
}

/** An approval as it stood at the end of a business day, as far as was known. */
export interface ApprovalOnDay {
  readonly id: string;
  readonly attempt: number;
  readonly project: NamedProject;
  readonly unit: NamedUnit;
  readonly kind: ApprovalKind;
  readonly name: string;
  readonly department: NamedUnit;
  readonly agentUnit?: NamedUnit;
  readonly jointCase?: string;
  readonly greenChannel?: boolean;
  readonly status: Status;
  readonly requestedOn: Day;
  readonly acceptedOn?: Day;
  readonly decidedOn?: Day;
  readonly number?: string;
  readonly revokedOn?: Day;
  readonly overdue: boolean;
  /** Who has to act; absent once it is decided. */
  readonly holder?: Holder;
  /** What was asked for and supplied before acceptance. */
  readonly supplements: Approval['supplements'];
  /** Waiting days in all (of the year), by whom they are charged to. */
  readonly heldDays: Readonly<Record<Holder, number>>;
  /** How many days of which kind it may take, known from the request on. */
  readonly terms: Pick<Limit, 'days' | 'statutory' | 'promised'>;
  /** Absent before acceptance, when no limit runs. */
  readonly limit?: Limit;
  readonly exclusions: readonly Exclusion[];
  /** What the list of the day required; absent where none was in force. */
  readonly listed?: Approval['listed'];
  /** `outstanding` is by name what wasn't handed in by then. */
  readonly owed?: Owed & { readonly outstanding: readonly string[]; readonly overdue: boolean };
  /** The revision of its stream: what `If-Match` names. */
  readonly revision: string;
}

export interface Naming {
  readonly unitOf: UnitNaming;
  readonly projectOf: (id: string) => NamedProject;
}

/** What a row says of the day `on`; it was requested by then. */
export function approvalOnDay(row: ApprovalRow, on: Day, calendar: WorkCalendar, naming: Naming): ApprovalOnDay {
  const { state } = row;
  const happened = (day: Day | undefined) => (day !== undefined && day <= on ? day : undefined);
  const limit = limitOn(row, on, calendar);
  const decidedOn = happened(state.decidedOn);
  return {
    id: row.id,
    attempt: row.attempt,
    project: naming.projectOf(row.project),
    unit: naming.unitOf(row.unit),
    kind: row.kind,
    name: approvalName(row.kind, state.paper),
    department: naming.unitOf(row.department),
    agentUnit: row.agentUnit === null ? undefined : naming.unitOf(row.agentUnit),
    jointCase: state.jointCase,
    greenChannel: state.greenChannel,
    status: statusOn(state, on) ?? 'requested',
    requestedOn: state.requestedOn,
    acceptedOn: happened(state.acceptedOn),
    decidedOn,
    number: decidedOn === undefined ? undefined : state.number,
    revokedOn: happened(state.revokedOn),
    overdue: decidedOn === undefined && limit !== undefined && on > limit.dueOn,
    holder: holderOn(state, on),
    supplements: state.supplements
      .filter(({ askedOn }) => askedOn <= on)
      .map(({ askedOn, suppliedOn }) => ({ askedOn, suppliedOn: happened(suppliedOn) })),
    heldDays: daysHeld(heldUntil(state, on)),
    terms: { days: state.days, statutory: state.statutoryLimit, promised: state.promisedLimit },
    limit,
    exclusions: state.exclusions.filter(({ from }) => from <= on),
    listed: state.listed,
    owed: happened(state.acceptedOn) === undefined ? undefined : owedOn(row, state, on),
    revision: row.revision,
  };
}

function limitOn({ state, dueOn, statutoryDueOn }: ApprovalRow, on: Day, calendar: WorkCalendar): Limit | undefined {
  const { acceptedOn, decidedOn, days, statutoryLimit, promisedLimit } = state;
  if (acceptedOn === undefined || acceptedOn > on || dueOn === null || statutoryDueOn === null) return undefined;
  const until = decidedOn !== undefined && decidedOn < on ? decidedOn : on;
  const used = usedDays({ ...state, acceptedOn }, until, calendar);
  return {
    days,
    statutory: statutoryLimit,
    promised: promisedLimit,
    dueOn,
    statutoryDueOn,
    used,
    remaining: (promisedLimit ?? statutoryLimit) - used,
    daysOverdue: Math.max(0, daysBetween(dueOn, until)),
    weekendsOnlyIn: yearsFrom(acceptedOn, statutoryDueOn).filter((year) => !calendar.years.has(year)),
  };
}

function yearsFrom(first: Day, last: Day): number[] {
  const year = yearOf(first);
  return Array.from({ length: yearOf(last) - year + 1 }, (_, index) => year + index);
}

function owedOn({ owedUntil }: ApprovalRow, { owed }: Approval, on: Day): ApprovalOnDay['owed'] {
  if (!owed) return undefined;
  const supplied = owed.suppliedOn !== undefined && owed.suppliedOn <= on;
  const pending = owedUntil === null || owedUntil > on;
  return {
    ...owed,
    supplied: owed.supplied?.filter((each) => each.on <= on),
    suppliedOn: supplied ? owed.suppliedOn : undefined,
    outstanding: outstandingOn(owed, on),
    overdue: pending && owed.by !== undefined && on > owed.by,
  };
}
