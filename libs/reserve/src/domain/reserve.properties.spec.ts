import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Recorded, Refusal, fold } from '#libs/eventsourcing';
import { type ReserveCommand } from './reserve.commands.js';
import { reserveDecider } from './reserve.decider.js';
import {
  EARLY_WORKS,
  FUNDINGS,
  type ReserveEvent,
  SELECTION_STEPS,
  SITE_OUTCOMES,
  WORK_STATES,
} from './reserve.events.js';
import { type ReserveState } from './reserve.state.js';

/** Late commands in a list tend to name later days, so that long histories come about. */
const day = fc.integer({ min: 1, max: 28 }).map((date) => `2022-02-${String(date).padStart(2, '0')}`);
const reason = fc.constant('理由');
const today = '2022-02-25';
const of = (kind: string, model: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ ...model, occurredOn: day }).map((facts) => ({ kind, facts, today }) as unknown as ReserveCommand);

const command = fc.oneof(
  of('check-site', { outcome: fc.constantFrom(...SITE_OUTCOMES), reason: fc.option(reason, { nil: undefined }) }),
  of('advance-selection', {
    step: fc.constantFrom(...SELECTION_STEPS),
    enterprise: fc.option(fc.constant('某企业'), { nil: undefined }),
  }),
  of('report-early-works', { work: fc.constantFrom(...EARLY_WORKS), state: fc.constantFrom(...WORK_STATES) }),
  of('enter-reserve', {}),
  of('mark-ready', {}),
  of('convert-reserve', { projectId: fc.constant('p1'), project: fc.constant({ name: '甲', unit: 'luan-01' }) }),
  of('drop-reserve', { reason }),
  of('revive-zombie', { reason }),
  of('clear-zombie', { reason }),
  fc
    .record({ on: day, idleDays: fc.integer({ min: 1, max: 5 }) })
    .map((facts): ReserveCommand => ({ kind: 'review-reserve', facts, today })),
  day.map((occurredOn): ReserveCommand => ({ kind: 'void-step', facts: { reason: '误登', occurredOn }, today })),
);
const opening = of('plan-project', {
  name: fc.constant('甲'),
  unit: fc.constant('luan-01'),
  idea: fc.constant('思路'),
  funding: fc.constantFrom(...FUNDINGS),
  plannedInvestment: fc.constantFrom('10000.0', '9999.999999'),
});
const dayOf = ({ facts }: ReserveCommand): string => ('on' in facts ? facts.on : facts.occurredOn);
const commands = fc
  .tuple(opening, fc.array(fc.oneof(command, opening), { maxLength: 60 }))
  .map(([first, rest]) => [first, ...rest.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))]);

/** What of the commands was recorded, and the state that they left. */
function recordedOf(asked: readonly ReserveCommand[]): { events: Recorded<ReserveEvent>[]; state: ReserveState } {
  const events: Recorded<ReserveEvent>[] = [];
  let state: ReserveState = reserveDecider.initialState;
  for (const each of asked) {
    try {
      for (const event of reserveDecider.decide(each, state)) {
        const recorded = { ...event, id: `event-${events.length}` };
        events.push(recorded);
        state = reserveDecider.evolve(state, recorded);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { events, state };
}

it('whatever is asked of an entry is refused or recorded, and the record gives the state back', () => {
  fc.assert(
    fc.property(commands, (asked) => {
      const { events, state } = recordedOf(asked);
      expect(fold(reserveDecider, events)).toEqual(state);
      expect(JSON.parse(JSON.stringify(state ?? null))).toEqual(state === undefined ? null : withoutGaps(state));
      if (state) expect(state.movedOn <= state.since && state.since <= today).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('comes far enough for that to say something', () => {
  const seen = new Set(
    fc
      .sample(commands, { numRuns: 2000, seed: 7 })
      .flatMap((asked) => recordedOf(asked).events.map(({ type }) => type)),
  );
  expect([...seen]).toEqual(
    expect.arrayContaining([
      'ReserveEntered',
      'SelectionAdvanced',
      'ZombieFlagged',
      'ZombieRevived',
      'ReserveStepVoided',
    ]),
  );
});

const withoutGaps = (state: object): unknown =>
  Array.isArray(state)
    ? state.map((item: unknown) => plain(item))
    : Object.fromEntries(
        Object.entries(state)
          .filter(([, value]) => value !== undefined)
          .map(([key, value]) => [key, plain(value)]),
      );
const plain = (value: unknown): unknown => (value !== null && typeof value === 'object' ? withoutGaps(value) : value);
