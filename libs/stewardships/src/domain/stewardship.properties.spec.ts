import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Recorded, Refusal, fold } from '#libs/eventsourcing';
import { type StewardshipCommand } from './stewardship.commands.js';
import { stewardshipDecider } from './stewardship.decider.js';
import { PURPOSES, type StewardshipEvent } from './stewardship.events.js';
import { type Attachment, type StewardshipState, openTaskOf } from './stewardship.state.js';

const DAYS = Array.from({ length: 10 }, (_, index) => `2022-02-0${index}`).slice(1);
const today = '2022-02-08';
const day = fc.constantFrom(...DAYS);
const account = fc.constantFrom('account-1', 'account-2');
const text = fc.constant('某事');
const eventId = fc.integer({ min: 0, max: 7 }).map((index) => `event-${index}`);
const charge = {
  unit: fc.constantFrom('luan-01', 'luan-02'),
  account,
  duty: text,
  purpose: fc.constantFrom(...PURPOSES),
};
const of = (kind: StewardshipCommand['kind'], model: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ ...model, occurredOn: day }).map((facts) => ({ kind, facts, today }) as unknown as StewardshipCommand);

const attaching = of('attach-steward', { kind: fc.constant('park'), code: fc.constant('zone'), ...charge });
const command = fc.oneof(
  attaching,
  of('replace-steward', { account, successor: account, duty: text }),
  of('detach-steward', { account }),
  of('fix-task', { matter: text, target: text, leader: account, unit: charge.unit, requirement: text, due: day }),
  of('take-over-task', { taskEventId: eventId, leader: account }),
  of('finish-task', { taskEventId: eventId, result: text }),
  of('rename-stewarded', { name: text, reason: text }),
  of('correct-steward', { ...charge, correctsEventId: eventId, reason: text }),
  of('void-fact', { eventId, finding: text }),
);
/** In the order of their days, so that long histories come about. */
const commands = fc
  .tuple(attaching, fc.array(command, { maxLength: 40 }))
  .map(([first, rest]) => [first, ...rest.sort((a, b) => (a.facts.occurredOn < b.facts.occurredOn ? -1 : 1))]);

/** What of the commands was recorded, and the state that they left. */
function recordedOf(asked: readonly StewardshipCommand[]): {
  events: Recorded<StewardshipEvent>[];
  state: StewardshipState;
} {
  const events: Recorded<StewardshipEvent>[] = [];
  let state = stewardshipDecider.initialState;
  for (const each of asked) {
    try {
      for (const event of stewardshipDecider.decide(each, state)) {
        events.push({ ...event, id: `event-${events.length}` });
        state = stewardshipDecider.evolve(state, events.at(-1) as Recorded<StewardshipEvent>);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { events, state };
}

const thereOn = (on: string, attachments: readonly Attachment[]) =>
  attachments.filter(({ from, detached }) => from <= on && (!detached || on < detached.on));

it('whatever is asked is refused or recorded, and the record gives the state back', () => {
  fc.assert(
    fc.property(commands, (asked) => {
      const { events, state } = recordedOf(asked);
      expect(fold(stewardshipDecider, events)).toEqual(state);
    }),
    { numRuns: 500 },
  );
});

it('no leader is there twice on a day, and no day has two 第一责任人', () => {
  fc.assert(
    fc.property(commands, (asked) => {
      const { attachments = [] } = recordedOf(asked).state ?? {};
      for (const on of DAYS) {
        const there = thereOn(on, attachments);
        expect(new Set(there.map((each) => each.account)).size).toBe(there.length);
        expect(there.filter(({ purpose }) => purpose === 'first-responsible').length).toBeLessThan(2);
      }
      for (const { from, detached, tasks } of attachments)
        for (const { on } of tasks) expect(from <= on && (!detached || on <= detached.on) && on <= today).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

/** The event of each thing that is still to be done. */
const owed = (state: StewardshipState): string[] =>
  (state?.attachments ?? []).flatMap((each) => openTaskOf(state!, each)?.eventId ?? []);

it('what was not done is owed until it is done, set anew, found untrue, or another’s, due on the same day', () => {
  fc.assert(
    fc.property(commands, (asked) => {
      const { events } = recordedOf(asked);
      events.forEach(({ type, data }, index) => {
        const before = fold(stewardshipDecider, events.slice(0, index));
        const after = owed(fold(stewardshipDecider, events.slice(0, index + 1)));
        const gone = owed(before).filter((eventId) => !after.includes(eventId));
        if (gone.length > 0) expect(['StewardTaskDone', 'StewardTaskFixed', 'StewardFactVoided']).toContain(type);
        expect(gone.length).toBeLessThan(2);
        if (type !== 'StewardTaskFixed' || data.carries === undefined) return;
        const carried = before?.attachments.flatMap(({ tasks }) => tasks).find((task) => task.eventId === data.carries);
        expect([gone, data.due]).toEqual([[data.carries], carried?.due]);
      });
      for (const { tasks } of fold(stewardshipDecider, events)?.attachments ?? [])
        for (const task of tasks.slice(0, -1)) expect(task.done && task.done.on < task.on).toBeFalsy();
    }),
    { numRuns: 1500 },
  );
});

it('comes far enough for that to say something', () => {
  const seen = new Set(
    fc.sample(commands, { numRuns: 500, seed: 7 }).flatMap((asked) => recordedOf(asked).events.map(({ type }) => type)),
  );
  expect([...seen].sort()).toEqual([
    'StewardAttached',
    'StewardCorrected',
    'StewardDetached',
    'StewardFactVoided',
    'StewardTaskDone',
    'StewardTaskFixed',
  ]);
});
