import { type Day, addDays, daysBetween } from '#libs/values';
import { type Approval } from './approval.state.js';
import { statusOn } from './clock.js';

/** Who an approval waits for: the department, the enterprise, or a hearing, test or review that no one is charged with. */
export const HOLDERS = ['department', 'enterprise', 'excluded'] as const;
export type Holder = (typeof HOLDERS)[number];

/** Days during which one holds the clock, both ends included. */
export interface Held {
  readonly holder: Holder;
  readonly from: Day;
  readonly until: Day;
}

/** Who has to act at the end of `on`; `undefined` when nothing is pending. */
export function holderOn(approval: Approval, on: Day): Holder | undefined {
  const status = statusOn(approval, on);
  if (status === 'supplementing') return 'enterprise';
  if (status === 'accepted' && approval.exclusions.some(({ from, until }) => from <= on && on <= until))
    return 'excluded';
  return status === 'requested' || status === 'accepted' ? 'department' : undefined;
}

/**
 * Whose clock each waiting day until `on` is charged to. The day of a step is the last of whoever took it, so the day
 * of the request is nobody's, as the day of acceptance is none of the limit's.
 */
export function heldUntil(approval: Approval, on: Day): Held[] {
  const end = approval.decidedOn !== undefined && approval.decidedOn < on ? approval.decidedOn : on;
  const turns = turnsOf(approval).filter(({ after }) => after < end);
  return turns.flatMap(({ holder, after }, index): Held[] => {
    const until = turns[index + 1]?.after ?? end;
    return until > after ? [{ holder, from: addDays(after, 1), until }] : [];
  });
}

interface Turn {
  readonly holder: Holder;
  /** The turn begins with the next day. */
  readonly after: Day;
}

/** In the order of their days; of several on one day the last counts. */
function turnsOf({ requestedOn, supplements, acceptedOn, exclusions }: Approval): Turn[] {
  const asked = supplements.flatMap(({ askedOn, suppliedOn }): Turn[] => [
    { holder: 'enterprise', after: askedOn },
    ...(suppliedOn === undefined ? [] : [{ holder: 'department', after: suppliedOn } as const]),
  ]);
  const excluded = [...exclusions]
    .sort((one, other) => (one.from < other.from ? -1 : 1))
    .flatMap(({ from, until }): Turn[] => [
      { holder: 'excluded', after: startOf(from, acceptedOn) },
      { holder: 'department', after: until },
    ]);
  const accepted: Turn[] = acceptedOn === undefined ? [] : [{ holder: 'department', after: acceptedOn }];
  return [{ holder: 'department', after: requestedOn }, ...asked, ...accepted, ...excluded];
}

/** An exclusion that begins on the day of acceptance excludes from the next day on: that day doesn't count anyway. */
const startOf = (from: Day, acceptedOn: Day | undefined): Day => {
  const before = addDays(from, -1);
  return acceptedOn !== undefined && before < acceptedOn ? acceptedOn : before;
};

/** How many days each held the clock in all. */
export function daysHeld(spans: readonly Held[]): Record<Holder, number> {
  const days = { department: 0, enterprise: 0, excluded: 0 };
  for (const { holder, from, until } of spans) days[holder] += daysBetween(from, until) + 1;
  return days;
}
