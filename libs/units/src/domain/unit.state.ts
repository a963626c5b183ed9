import { type Recorded } from '#libs/eventsourcing';
import { type AccountCode, type Day, type UnitCode } from '#libs/values';
import { type Duty, type MemberRole, type UnitEvent, type UnitKind } from './unit.events.js';

/** Something that holds from a day on, until the next. */
interface Since<Value> {
  readonly from: Day;
  readonly value: Value;
}

/** How and from which day a unit has gone, and into which others. */
export interface UnitEnd {
  readonly kind: 'merged' | 'split';
  readonly into: readonly UnitCode[];
  readonly from: Day;
}

/** The end with the event that decided on it, and the day of that decision. */
export interface DecidedEnd extends UnitEnd {
  readonly eventId: string;
  readonly decidedOn: Day;
}

/** Something that is held, given up and may be held again: what, while it is held, and the day of the last change. */
export interface Tenure<Held> {
  readonly held?: Held;
  readonly since: Day;
}

export interface Unit {
  readonly code: UnitCode;
  readonly kind: UnitKind;
  readonly since: Day;
  /** In the order of their days; never empty. */
  readonly names: readonly Since<string>[];
  readonly groups: readonly Since<string>[];
  readonly end?: DecidedEnd;
  readonly members: ReadonlyMap<UnitCode, Tenure<MemberRole>>;
  /** By `postKey`. */
  readonly posts: ReadonlyMap<string, Tenure<true>>;
}

/** `undefined` until the unit is registered. */
export type UnitState = Unit | undefined;

/** One person can hold several offices in one unit. */
export const postKey = (account: AccountCode, duty: Duty): string => `${account} ${duty}`;

/** The unit's name on a day; its first name for every day before it had one. */
export const nameOn = ({ names }: Unit, day: Day): string =>
  (names.findLast(({ from }) => from <= day) ?? names[0])?.value ?? '';

/** What a unit is after one more event. */
export function evolveUnit(state: UnitState, { type, id: eventId, data }: Recorded<UnitEvent>): UnitState {
  if (type === 'UnitRegistered') {
    const { code, kind, name, group, occurredOn: since } = data;
    const names = [{ from: since, value: name }];
    return { code, kind, since, names, groups: [{ from: since, value: group }], members: new Map(), posts: new Map() };
  }
  const unit = state as Unit;
  switch (type) {
    case 'UnitRenamed':
      return { ...unit, names: [...unit.names, { from: data.from, value: data.name }] };
    case 'UnitRegrouped':
      return { ...unit, groups: [...unit.groups, { from: data.from, value: data.assessmentGroup }] };
    case 'UnitMerged':
      return { ...unit, end: { kind: 'merged', into: [data.into], ...decided(eventId, data) } };
    case 'UnitSplit':
      return { ...unit, end: { kind: 'split', into: data.into, ...decided(eventId, data) } };
    case 'UnitEndVoided': {
      const { end, ...lasting } = unit;
      return lasting;
    }
    case 'GroupMemberAdded':
      return withMember(unit, data.member, { held: data.role, since: data.occurredOn });
    case 'GroupMemberRemoved':
      return withMember(unit, data.member, { since: data.occurredOn });
    case 'PersonAppointed':
      return withPost(unit, postKey(data.account, data.duty), { held: true, since: data.occurredOn });
    case 'PersonRelieved':
      return withPost(unit, postKey(data.account, data.duty), { since: data.occurredOn });
  }
}

const decided = (eventId: string, { from, occurredOn: decidedOn }: { from: Day; occurredOn: Day }) => ({
  from,
  eventId,
  decidedOn,
});

const withMember = (unit: Unit, member: UnitCode, tenure: Tenure<MemberRole>): Unit => ({
  ...unit,
  members: new Map(unit.members).set(member, tenure),
});

const withPost = (unit: Unit, key: string, tenure: Tenure<true>): Unit => ({
  ...unit,
  posts: new Map(unit.posts).set(key, tenure),
});
