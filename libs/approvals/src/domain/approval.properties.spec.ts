import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Recorded, Refusal, fold } from '#libs/eventsourcing';
import { WEEKENDS_ONLY, addDays, daysBetween } from '#libs/values';
import { type ApprovalCommand } from './approval.commands.js';
import { approvalDecider } from './approval.decider.js';
import { type ApprovalEvent } from './approval.events.js';
import { type Approval, type ApprovalState } from './approval.state.js';
import { dueDays, statusOn, usedDays } from './clock.js';
import { daysHeld, heldUntil, holderOn } from './holders.js';

const today = '2022-09-30';
const START = '2022-01-01';
const day = fc.integer({ min: 0, max: 280 }).map((count) => addDays(START, count));
const step = fc.record({ occurredOn: day });
const withReason = fc.record({ occurredOn: day, reason: fc.constant('原因') });
const of = <Kind extends string, Rest extends object>(kind: Kind, rest: fc.Arbitrary<Rest>) =>
  rest.map((body) => ({ kind, today, ...body }));

const request = fc.record({
  projectId: fc.constant('project-1'),
  unit: fc.constantFrom('luan-01', 'zhujian'),
  kind: fc.constantFrom('eia', 'letter' as const),
  paper: fc.option(fc.constant('前期工作函'), { nil: undefined }),
  department: fc.constant('zhujian'),
  days: fc.constantFrom('working', 'calendar' as const),
  statutoryLimit: fc.oneof(fc.constant(20), fc.integer({ min: 1, max: 30 })),
  promisedLimit: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
  occurredOn: day,
});
const exclusion = fc
  .record({ from: day, length: fc.integer({ min: -1, max: 20 }) })
  .map(({ from, length }) => ({ cause: 'test' as const, from, until: addDays(from, length) }));
const items = fc.option(fc.subarray(['a1', 'a2', 'constructor']), { nil: undefined });
const missing = fc.option(
  fc.oneof(fc.record({ papers: fc.constant(['图纸']), by: day }), fc.record({ items, by: day })),
  { nil: undefined },
);
const list = fc.option(
  fc.record({
    version: fc.constant(1),
    from: fc.constant(START),
    items: fc.constant([
      {
        ...({ kind: 'eia', days: 'working', statutoryLimit: 20, byCommitment: true } as const),
        materials: ['a1', 'a2'].map((code) => ({ code, name: code, deferrable: true })),
      },
    ]),
  }),
  { nil: undefined },
);

const command = fc.oneof(
  fc.record({ kind: fc.constant('request' as const), today: fc.constant(today), request, list }),
  of('ask-supplement', fc.record({ occurredOn: day, papers: fc.constant(['图纸']) })),
  of('supply-supplement', step),
  of('accept', fc.record({ occurredOn: day, missing })),
  of(
    'accept-commitment',
    fc.record({ occurredOn: day, conditions: fc.constant(['达标']), items, by: fc.option(day, { nil: undefined }) }),
  ),
  of('supply-owed', fc.record({ occurredOn: day, items })),
  of('exclude-days', fc.record({ exclusion })),
  of('resume-clock', step),
  of('grant', fc.record({ occurredOn: day, number: fc.constant('1') })),
  of('refuse', withReason),
  of('withdraw', withReason),
  of('revoke', withReason),
  withReason.map((facts) => ({ kind: 'void-step' as const, facts, today })),
) as fc.Arbitrary<ApprovalCommand>;

/** Sorted by day more often than not, so that long lives come about. */
const dayOfCommand = (each: ApprovalCommand) =>
  each.kind === 'request'
    ? each.request.occurredOn
    : each.kind === 'exclude-days'
      ? each.exclusion.from
      : (each.kind === 'void-step' ? each.facts : each).occurredOn;
const commands = fc
  .tuple(fc.array(command, { maxLength: 40 }), fc.boolean())
  .map(([all, sorted]) =>
    sorted ? all.toSorted((one, other) => (dayOfCommand(one) < dayOfCommand(other) ? -1 : 1)) : all,
  );

/** As above, but accepted at once, so that a limit runs. */
const acceptedThen = fc
  .record({ terms: request, limit: fc.integer({ min: 0, max: 30 }), on: day, all: commands })
  .map(({ terms, limit, on, all }): ApprovalCommand[] => [
    {
      kind: 'request',
      today,
      request: {
        ...terms,
        kind: 'eia',
        unit: 'luan-01',
        promisedLimit: Math.min(limit, terms.statutoryLimit),
        occurredOn: START,
      },
    },
    { kind: 'accept', today, occurredOn: on },
    ...all,
  ]);

/** Runs commands one after another; what is refused changes nothing. */
function live(all: readonly ApprovalCommand[]): { state: ApprovalState; events: Recorded<ApprovalEvent>[] } {
  let state = approvalDecider.initialState;
  const events: Recorded<ApprovalEvent>[] = [];
  for (const each of all)
    try {
      for (const event of approvalDecider.decide(each, state)) {
        const recorded = { ...event, id: `event-${events.length}` };
        events.push(recorded);
        state = approvalDecider.evolve(state, recorded);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  return { state, events };
}

describe('any life of an approval', () => {
  it('refuses with nothing but a refusal, and its events give the same state again', () => {
    fc.assert(
      fc.property(commands, (all) => {
        const { state, events } = live(all);
        const stored = JSON.parse(JSON.stringify(events)) as Recorded<ApprovalEvent>[];
        expect(JSON.stringify(fold(approvalDecider, stored))).toEqual(JSON.stringify(state));
      }),
      { numRuns: 200 },
    );
  });

  it('charges every waiting day to exactly one, and ends in the state that it shows', () => {
    fc.assert(
      fc.property(commands, day, (all, on) => {
        const { state } = live(all);
        fc.pre(state !== undefined && state.requestedOn <= on);
        const end = state.decidedOn !== undefined && state.decidedOn < on ? state.decidedOn : on;
        const spans = heldUntil(state, on);
        const days = daysHeld(spans);
        expect(days.department + days.enterprise + days.excluded).toBe(daysBetween(state.requestedOn, end));
        spans.slice(1).forEach(({ from }, index) => expect(from).toBe(addDays(spans[index]!.until, 1)));
        expect(statusOn(state, '2023-12-31')).toBe(state.status);
        expect(holderOn(state, on) === undefined).toBe(state.decidedOn !== undefined && state.decidedOn <= on);
      }),
      { numRuns: 200 },
    );
  });

  it('is overdue exactly when more days are used than the limit has', () => {
    fc.assert(
      fc.property(acceptedThen, day, (all, on) => {
        const { state } = live(all);
        fc.pre(state?.acceptedOn !== undefined && state.days === 'working');
        const approval = state as Approval & { acceptedOn: string };
        const { dueOn, statutoryDueOn } = dueDays(approval, WEEKENDS_ONLY)!;
        const beyond = (limit: number, due: string) => {
          // Once the limit is used up, days off change nothing: overdue begins with the next day that counts.
          expect(usedDays(approval, due, WEEKENDS_ONLY)).toBe(limit);
          if (usedDays(approval, on, WEEKENDS_ONLY) > limit) expect(on > due).toBe(true);
          if (on <= due) expect(usedDays(approval, on, WEEKENDS_ONLY)).toBeLessThanOrEqual(limit);
        };
        beyond(approval.promisedLimit ?? approval.statutoryLimit, dueOn);
        beyond(approval.statutoryLimit, statutoryDueOn);
      }),
      { numRuns: 200 },
    );
  });
});
