import {
  type Day,
  type WorkCalendar,
  addDays,
  daysBetween,
  isWorkingDay,
  workingDayFrom,
  workingDaysBetween,
} from '#libs/values';
import { type DayKind } from './approval.events.js';
import { type Approval, type Exclusion, type Status } from './approval.state.js';

/** What a limit runs by: the days that count, and those that don't. */
type Counted = Pick<Approval, 'days' | 'exclusions'>;

/** The last day of each limit. The promised one, where there is one, is the one to keep. */
export interface DueDays {
  readonly dueOn: Day;
  readonly statutoryDueOn: Day;
}

/** When an accepted approval is due; `undefined` before acceptance, when no limit runs. */
export function dueDays(approval: Approval, calendar: WorkCalendar): DueDays | undefined {
  const { acceptedOn, statutoryLimit, promisedLimit = statutoryLimit } = approval;
  if (acceptedOn === undefined) return undefined;
  return {
    dueOn: lastDayOf(acceptedOn, promisedLimit, approval, calendar),
    statutoryDueOn: lastDayOf(acceptedOn, statutoryLimit, approval, calendar),
  };
}

/** The day on which a limit is used up. One in all days that would end on a day off ends on the next working day. */
function lastDayOf(start: Day, limit: number, { days, exclusions }: Counted, calendar: WorkCalendar): Day {
  let day = start;
  for (let left = limit; left > 0;) {
    day = addDays(day, 1);
    if (counts(day, days, calendar) && !exclusions.some(({ from, until }) => from <= day && day <= until)) left -= 1;
  }
  return days === 'calendar' ? workingDayFrom(day, calendar) : day;
}

const counts = (day: Day, days: DayKind, calendar: WorkCalendar): boolean =>
  days === 'calendar' || isWorkingDay(day, calendar);

/** How many days of the limit are used by the end of `until`: the day of acceptance isn't counted. */
export function usedDays(approval: Counted & { acceptedOn: Day }, until: Day, calendar: WorkCalendar): number {
  const { acceptedOn, days, exclusions } = approval;
  const between = (from: Day, to: Day) =>
    days === 'working' ? workingDaysBetween(from, to, calendar) : Math.max(0, daysBetween(from, to));
  const excluded = exclusions
    .map((span) => within(span, acceptedOn, until))
    .map(({ from, until }) => between(addDays(from, -1), until));
  return excluded.reduce((used, days) => used - days, between(acceptedOn, until));
}

/** The part of a span that lies after `after` and not after `until`; one that ends before it begins when there is none. */
const within = (span: Exclusion, after: Day, until: Day) => ({
  from: span.from > after ? span.from : addDays(after, 1),
  until: span.until < until ? span.until : until,
});

/** Where an approval stood at the end of `on`; `undefined` before it was requested. */
export function statusOn(approval: Approval, on: Day): Status | undefined {
  const { requestedOn, acceptedOn, decidedOn, outcome, revokedOn, supplements } = approval;
  const passed = (day: Day | undefined) => day !== undefined && day <= on;
  if (!passed(requestedOn)) return undefined;
  if (passed(revokedOn)) return 'revoked';
  if (passed(decidedOn)) return outcome;
  if (passed(acceptedOn)) return 'accepted';
  const asked = supplements.some(({ askedOn, suppliedOn }) => passed(askedOn) && !passed(suppliedOn));
  return asked ? 'supplementing' : 'requested';
}
