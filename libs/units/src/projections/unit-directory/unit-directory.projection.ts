import { type DomainEvent, type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { insertRows } from '#libs/read-models';
import { type Day, type UnitCode } from '#libs/values';
import { type UnitPlaced } from '../../domain/hierarchy.events.js';
import { type UnitEvent, unitCodeOf } from '../../domain/unit.events.js';
import { type UnitEnd } from '../../domain/unit.state.js';
import {
  type Aspect,
  AspectRow,
  MembershipRow,
  PostRow,
  SuccessionRow,
  UNIT_DIRECTORY,
  UnitRow,
} from './unit.entity.js';

/** What a batch adds to the directory. */
class NewRows {
  readonly units: UnitRow[] = [];
  readonly aspects: AspectRow[] = [];
  readonly successions: SuccessionRow[] = [];
  readonly memberships: MembershipRow[] = [];
  readonly posts: PostRow[] = [];
}

type Enter<Event extends DomainEvent> = (event: SequencedEvent<Event>, unit: UnitCode, rows: NewRows) => void;
type Directory = UnitEvent | UnitPlaced;

/** The units and groups: what they are called, where they stand, who belongs to them, on any day. */
export const unitDirectoryProjection: Projection = {
  ...UNIT_DIRECTORY,
  entities: [UnitRow, AspectRow, SuccessionRow, MembershipRow, PostRow],
  onPoison: 'park',

  async apply(events, sql) {
    const rows = new NewRows();
    for (const event of events) entries.get(event.type)?.(event as never, unitCodeOf(event.stream), rows);
    await insertRows(sql, UnitRow, rows.units);
    await insertRows(sql, AspectRow, rows.aspects);
    await insertRows(sql, SuccessionRow, rows.successions);
    await insertRows(sql, MembershipRow, rows.memberships);
    await insertRows(sql, PostRow, rows.posts);
  },
};

const aspect = (
  { seq }: SequencedEvent,
  unit: UnitCode,
  name: Aspect,
  from: Day,
  value: string | null = null,
): AspectRow => ({ unit, aspect: name, seq: String(seq), from, value });

const successions = ({ seq }: SequencedEvent, unit: UnitCode, { kind, into, from }: UnitEnd): SuccessionRow[] =>
  into.map((successor) => ({ unit, successor, kind, from, seq: String(seq), ends: true }));

const ENTRIES: { readonly [Type in Directory['type']]: Enter<Extract<Directory, { type: Type }>> } = {
  UnitRegistered: (event, unit, { units, aspects }) => {
    const { kind, name, group, divisionCode, occurredOn } = event.data;
    units.push({ code: unit, kind, registeredOn: occurredOn, registeredSeq: String(event.seq) });
    aspects.push(aspect(event, unit, 'name', '-infinity', name), aspect(event, unit, 'group', '-infinity', group));
    if (divisionCode) aspects.push(aspect(event, unit, 'division', occurredOn, divisionCode));
  },
  UnitRenamed: (event, unit, { aspects }) => {
    const { name, divisionCode, from } = event.data;
    aspects.push(aspect(event, unit, 'name', from, name));
    if (divisionCode) aspects.push(aspect(event, unit, 'division', from, divisionCode));
  },
  UnitRegrouped: (event, unit, { aspects }) =>
    void aspects.push(aspect(event, unit, 'group', event.data.from, event.data.assessmentGroup)),
  UnitPlaced: (event, _, { aspects }) => {
    const { unit, from, parent } = event.data;
    aspects.push(aspect(event, unit, 'parent', from, parent));
  },
  UnitMerged: (event, unit, rows) =>
    void rows.successions.push(
      ...successions(event, unit, { kind: 'merged', into: [event.data.into], from: event.data.from }),
    ),
  UnitSplit: (event, unit, rows) =>
    void rows.successions.push(...successions(event, unit, { kind: 'split', ...event.data })),
  UnitEndVoided: ({ seq }, unit, rows) =>
    void rows.successions.push({
      ...{ unit, successor: unit, kind: 'merged', from: '-infinity' },
      ...{ seq: String(seq), ends: false },
    }),
  GroupMemberAdded: ({ seq, data: { member, role, occurredOn: from } }, group, { memberships }) =>
    void memberships.push({ group, member, seq: String(seq), from, role }),
  GroupMemberRemoved: ({ seq, data: { member, occurredOn: from } }, group, { memberships }) =>
    void memberships.push({ group, member, seq: String(seq), from, role: null }),
  PersonAppointed: ({ seq, data: { account, duty, occurredOn: from } }, unit, { posts }) =>
    void posts.push({ unit, account, duty, seq: String(seq), from, held: true }),
  PersonRelieved: ({ seq, data: { account, duty, occurredOn: from } }, unit, { posts }) =>
    void posts.push({ unit, account, duty, seq: String(seq), from, held: false }),
};

const entries = new Map<string, Enter<never>>(Object.entries(ENTRIES));
