import { type Versioned, overdueSpan } from '#libs/read-models';
import { type Day, type WorkCalendar } from '#libs/values';
import { type Approval } from '../../domain/approval.state.js';
import { dueDays } from '../../domain/clock.js';
import { type ApprovalRow } from './approval.entities.js';

type Content = Omit<ApprovalRow, keyof Versioned>;

/** What isn't in the approval itself. */
type Place = Pick<ApprovalRow, 'id' | 'unit' | 'requestedSeq' | 'revision'>;

/** The row that shows an attempt at an approval, its limits counted by `calendar`. */
export function rowOf(state: Approval, place: Place, calendar: WorkCalendar): Content {
  const due = dueDays(state, calendar);
  const dueOn = due?.dueOn ?? null;
  const decidedOn = state.decidedOn ?? null;
  const owedBy = state.owed?.by ?? null;
  const owedUntil = noLongerOwed(state) ?? null;
  return {
    ...place,
    attempt: state.attempt,
    project: state.projectId,
    localUnit: state.localUnit ?? state.unit,
    department: state.department,
    agentUnit: state.agentUnit ?? null,
    kind: state.kind,
    jointCase: state.jointCase ?? null,
    requestedOn: state.requestedOn,
    acceptedOn: state.acceptedOn ?? null,
    dueOn,
    statutoryDueOn: due?.statutoryDueOn ?? null,
    decidedOn,
    outcome: state.outcome ?? null,
    revokedOn: state.revokedOn ?? null,
    owedBy,
    owedUntil,
    decisionOverdue: overdueSpan(dueOn, decidedOn),
    papersOverdue: overdueSpan(owedBy, owedUntil),
    state,
  };
}

/** Nothing is owed once it is handed in, or once there is no approval left to hand it in for. */
const noLongerOwed = ({ owed, outcome, decidedOn, revokedOn }: Approval): Day | undefined =>
  owed?.suppliedOn ?? revokedOn ?? (outcome === 'granted' ? undefined : decidedOn);

/** The same row counted by another calendar. */
export const recounted = ({ fromSeq, untilSeq, knownSpan, ...row }: ApprovalRow, calendar: WorkCalendar): Content => ({
  ...rowOf(row.state, row, calendar),
  unit: row.unit,
});

/** Whether a year's calendar has a say in a row's limits. */
export const touches = ({ acceptedOn, statutoryDueOn }: ApprovalRow, year: number): boolean =>
  acceptedOn !== null && statutoryDueOn !== null && yearOf(acceptedOn) <= year && year <= yearOf(statutoryDueOn);

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
