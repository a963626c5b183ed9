import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Decider, type DomainEvent, type Recorded, Refusal, fold } from '#libs/eventsourcing';
import { hierarchyDecider, parentOn } from './hierarchy.decider.js';
import { HIERARCHY_STREAM } from './hierarchy.events.js';
import { type UnitCommand } from './unit.commands.js';
import { unitDecider } from './unit.decider.js';
import { DUTIES, MEMBER_ROLES, UNIT_KINDS } from './unit.events.js';

const DAYS = ['2022-01-01', '2022-02-01', '2022-03-01', '2022-04-01', '2022-05-01'];
const today = '2022-04-01';
const day = fc.constantFrom(...DAYS);
/** `constructor` is a code too. */
const code = fc.constantFrom('luan-01', 'luan-02', 'luan-03', 'constructor');
const name = fc.constantFrom('甲', '乙', '丙');
const span = { from: day, occurredOn: day };
const of = <Kind extends string, Body extends object>(kind: Kind, body: fc.Arbitrary<Body>) =>
  body.map((fields) => ({ kind, ...fields, today }));

const unitCommand: fc.Arbitrary<UnitCommand> = fc.oneof(
  of(
    'register-unit',
    fc.record({ facts: fc.record({ code, name, kind: fc.constantFrom(...UNIT_KINDS), group: name, occurredOn: day }) }),
  ),
  of('void-end', fc.record({ facts: fc.record({ reason: fc.constant('误登'), occurredOn: day }) })),
  of('rename-unit', fc.record({ facts: fc.record({ name, ...span }) })),
  of('regroup-unit', fc.record({ facts: fc.record({ assessmentGroup: name, ...span }) })),
  of('merge-unit', fc.record({ facts: fc.record({ into: code, ...span }) })),
  of('split-unit', fc.record({ facts: fc.record({ into: fc.array(code, { maxLength: 3 }), ...span }) })),
  of(
    'add-group-member',
    fc.record({ facts: fc.record({ member: code, role: fc.constantFrom(...MEMBER_ROLES), occurredOn: day }) }),
  ),
  of('remove-group-member', fc.record({ facts: fc.record({ member: code, occurredOn: day }) })),
  of(
    'appoint-person',
    fc.record({ facts: fc.record({ account: code, duty: fc.constantFrom(...DUTIES), occurredOn: day }) }),
  ),
  of(
    'relieve-person',
    fc.record({ facts: fc.record({ account: code, duty: fc.constantFrom(...DUTIES), occurredOn: day }) }),
  ),
);
const placing = of(
  'place-unit',
  fc.record({ placement: fc.record({ unit: code, parent: fc.option(code, { nil: undefined }), ...span }) }),
);

/** Carries the commands out one after another; what is refused changes nothing. */
function carryOut<Command, State, Event extends DomainEvent>(
  decider: Decider<Command, State, Event>,
  commands: readonly Command[],
) {
  const events: Recorded<Event>[] = [];
  let state = decider.initialState;
  for (const command of commands) {
    try {
      for (const event of decider.decide(command, state)) {
        events.push({ ...event, id: `event-${events.length}` });
        state = decider.evolve(state, events.at(-1) as Recorded<Event>);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { events, state };
}

describe('whatever is asked of a unit', () => {
  it('is refused or recorded, and the record gives the state back', () => {
    fc.assert(
      fc.property(fc.array(unitCommand, { maxLength: 40 }), (commands) => {
        const { events, state } = carryOut(unitDecider, commands);
        expect(fold(unitDecider, events)).toEqual(state);
        expect(events.filter(({ type }) => type === 'UnitMerged' || type === 'UnitSplit').length).toBeLessThan(2);
      }),
    );
  });

  it('leaves names and groups in the order of their days', () => {
    fc.assert(
      fc.property(fc.array(unitCommand, { maxLength: 40 }), (commands) => {
        const { state } = carryOut(unitDecider, commands);
        for (const periods of [state?.names ?? [], state?.groups ?? []]) {
          const days = periods.map(({ from }) => from);
          expect(days).toEqual([...days].sort());
        }
      }),
    );
  });
});

describe(HIERARCHY_STREAM, () => {
  it('never puts a unit above itself, on any day, in whatever order places are recorded', () => {
    fc.assert(
      fc.property(fc.array(placing, { maxLength: 30 }), (commands) => {
        const { events, state } = carryOut(hierarchyDecider, commands);
        expect(fold(hierarchyDecider, events)).toEqual(state);
        for (const on of DAYS)
          for (const unit of state.keys()) {
            const above: string[] = [];
            for (let at = parentOn(state, unit, on); at !== undefined; at = parentOn(state, at, on)) {
              expect(above).not.toContain(at);
              above.push(at);
            }
            expect(above).not.toContain(unit);
          }
      }),
      { numRuns: 300 },
    );
  });
});
