import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Recorded, Refusal, fold, given } from '#libs/eventsourcing';
import { type BatchCommand, type BatchState, batchDecider } from './batch.decider.js';
import { BATCH_KINDS, type BatchEvent, DEEDS, DEEDS_OF, type Deed } from './batch.events.js';

const today = '2022-09-30';
const facts = {
  kind: 'start',
  name: '三季度集中开工',
  unit: 'city',
  heldOn: '2022-09-28',
  occurredOn: '2022-09-01',
} as const;
const candidate = (projectId: string) => ({ projectId, unit: 'luan-01' });

const planned: BatchEvent = { type: 'BatchPlanned', data: facts };
const listed = (projectId: string, occurredOn = '2022-09-10'): BatchEvent => ({
  type: 'ProjectListed',
  data: { ...candidate(projectId), occurredOn },
});
const unlisted: BatchEvent = {
  type: 'ProjectUnlisted',
  data: { projectId: 'p1', reason: '手续未齐', occurredOn: '2022-09-11' },
};
const notHeld: BatchEvent = {
  type: 'BatchHoldingVoided',
  data: { eventId: 'event-2', reason: '未举办', occurredOn: '2022-09-30' },
};
const held: BatchEvent = { type: 'BatchHeld', data: { occurredOn: '2022-09-29' } };

const both: BatchEvent = { type: 'BatchPlanned', data: { ...facts, kind: 'start-completion' } };
const listedFor = (projectId: string, deed: Deed): BatchEvent => ({
  type: 'ProjectListed',
  data: { ...candidate(projectId), deed, occurredOn: '2022-09-10' },
});

const plan = { kind: 'plan-batch', facts, today } as const;
const list = (...ids: string[]) =>
  ({ kind: 'list-projects', projects: ids.map(candidate), occurredOn: '2022-09-10', today }) as const;
const unlist = { kind: 'unlist-project', facts: unlisted.data, today } as BatchCommand;
const voidHolding = (occurredOn = '2022-09-30') =>
  ({ kind: 'void-holding', facts: { reason: '未举办', occurredOn }, today }) as const;
const hold = { kind: 'hold-batch', facts: { occurredOn: '2022-09-29' }, today } as const;

describe('a batch', () => {
  it.each<[string, BatchEvent[], BatchCommand, BatchEvent[]]>([
    [
      'is planned for a day ahead',
      [],
      { ...plan, facts: { ...facts, heldOn: '2022-12-28' } },
      [{ type: 'BatchPlanned', data: { ...facts, heldOn: '2022-12-28' } }],
    ],
    ['lists several projects at once', [planned], list('p1', 'p2'), [listed('p1'), listed('p2')]],
    [
      'says what for where it is for two deeds',
      [both],
      { ...list('p1'), deed: 'completion' },
      [listedFor('p1', 'completion')],
    ],
    [
      'lists for the one as for the other',
      [both, listedFor('p1', 'completion')],
      { ...list('p2', 'p3'), deed: 'start' },
      [listedFor('p2', 'start'), listedFor('p3', 'start')],
    ],
    ['need not say what goes without saying', [planned], { ...list('p1'), deed: 'start' }, [listed('p1')]],
    ['takes one off', [planned, listed('p1')], unlist, [unlisted]],
    [
      'lists it again',
      [planned, listed('p1'), unlisted],
      { ...list('p1'), occurredOn: '2022-09-12' },
      [listed('p1', '2022-09-12')],
    ],
    ['is held, on another day than it was meant for', [planned, listed('p1')], hold, [held]],
    ['was not held after all', [planned, listed('p1'), held], voidHolding(), [notHeld]],
    ['is held after all', [planned, listed('p1'), held, notHeld], hold, [held]],
    [
      'lists more once it was not held after all',
      [planned, listed('p1'), held, notHeld],
      { ...list('p2'), occurredOn: '2022-09-30' },
      [listed('p2', '2022-09-30')],
    ],
  ])('%s', (_, history, command, expected) => {
    expect(given(batchDecider, ...history).when(command)).toEqual(expected);
  });

  it.each<[string, BatchEvent[], BatchCommand, object]>([
    ['planned twice', [planned], plan, { refused: 'BATCH.ALREADY_PLANNED' }],
    ['planned in the future', [], { ...plan, today: '2022-08-31' }, { refused: 'DAY.IN_FUTURE' }],
    [
      'meant for a day before it was planned',
      [],
      { ...plan, facts: { ...facts, heldOn: '2022-08-31' } },
      { refused: 'DAY.BEFORE_PREVIOUS', field: 'heldOn' },
    ],
    ['changed unknown', [], list('p1'), { refused: 'BATCH.UNKNOWN' }],
    [
      'given a project twice',
      [planned, listed('p2')],
      list('p1', 'p2'),
      { refused: 'BATCH.ALREADY_LISTED', field: 'projects.1' },
    ],
    [
      'given a project twice at once',
      [planned],
      list('p1', 'p1'),
      { refused: 'BATCH.ALREADY_LISTED', field: 'projects.1' },
    ],
    [
      'given projects for either deed without saying which',
      [both],
      list('p1'),
      { refused: 'BATCH.DEED_UNNAMED', field: 'deed' },
    ],
    [
      'given projects for what it is not for',
      [both],
      { ...list('p1'), deed: 'signing' },
      { refused: 'BATCH.WRONG_DEED', field: 'deed' },
    ],
    [
      'given a project to start when all are completed',
      [{ type: 'BatchPlanned', data: { ...facts, kind: 'completion' } }],
      { ...list('p1'), deed: 'start' },
      { refused: 'BATCH.WRONG_DEED', field: 'deed' },
    ],
    [
      'given one project for both deeds',
      [both, listedFor('p1', 'start')],
      { ...list('p1'), deed: 'completion' },
      { refused: 'BATCH.ALREADY_LISTED', field: 'projects.0' },
    ],
    ['rid of a project that it does not list', [planned], unlist, { refused: 'BATCH.NOT_LISTED', field: 'projectId' }],
    ['held without projects', [planned, listed('p1'), unlisted], hold, { refused: 'BATCH.EMPTY' }],
    [
      'held before its list was made',
      [planned, listed('p1')],
      { ...hold, facts: { occurredOn: '2022-09-09' } },
      { refused: 'DAY.BEFORE_PREVIOUS' },
    ],
    ['held on a day to come', [planned, listed('p1')], { ...hold, today: '2022-09-28' }, { refused: 'DAY.IN_FUTURE' }],
    ['held twice', [planned, listed('p1'), held], hold, { refused: 'BATCH.ALREADY_HELD' }],
    ['taken back unheld', [planned, listed('p1')], voidHolding(), { refused: 'BATCH.NOT_HELD' }],
    ['taken back twice', [planned, listed('p1'), held, notHeld], voidHolding(), { refused: 'BATCH.NOT_HELD' }],
    [
      'taken back before it was held',
      [planned, listed('p1'), held],
      voidHolding('2022-09-28'),
      { refused: 'DAY.BEFORE_PREVIOUS' },
    ],
    ['given projects once it was held', [planned, listed('p1'), held], list('p2'), { refused: 'BATCH.ALREADY_HELD' }],
  ])('is not %s', (_, history, command, refusal) => {
    expect(given(batchDecider, ...history).when(command)).toMatchObject(refusal);
  });
});

const day = fc.integer({ min: 1, max: 28 }).map((date) => `2022-09-${String(date).padStart(2, '0')}`);
const projectId = fc.constantFrom('p1', 'p2', 'constructor');
const command: fc.Arbitrary<BatchCommand> = fc.oneof(
  fc
    .record({
      kind: fc.constantFrom(...BATCH_KINDS),
      name: fc.constant('活动'),
      unit: fc.constant('city'),
      heldOn: day,
      occurredOn: day,
    })
    .map((facts) => ({ kind: 'plan-batch' as const, facts, today: '2022-09-25' })),
  fc
    .record({
      projects: fc.array(projectId.map(candidate), { maxLength: 3 }),
      deed: fc.option(fc.constantFrom(...DEEDS), { nil: undefined }),
      occurredOn: day,
    })
    .map((listing) => ({ kind: 'list-projects' as const, ...listing, today: '2022-09-25' })),
  fc
    .record({ projectId, reason: fc.constant('.'), occurredOn: day })
    .map((facts) => ({ kind: 'unlist-project' as const, facts, today: '2022-09-25' })),
  fc.record({ occurredOn: day }).map((facts) => ({ kind: 'hold-batch' as const, facts, today: '2022-09-25' })),
  fc
    .record({ reason: fc.constant('误登'), occurredOn: day })
    .map((facts) => ({ kind: 'void-holding' as const, facts, today: '2022-09-25' })),
);

it('whatever is asked of a batch is refused or recorded, and the record gives the state back', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      const events: Recorded<BatchEvent>[] = [];
      let state: BatchState = batchDecider.initialState;
      for (const asked of commands) {
        try {
          for (const event of batchDecider.decide(asked, state)) {
            const recorded = { ...event, id: `event-${events.length}` };
            events.push(recorded);
            state = batchDecider.evolve(state, recorded);
          }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }
      expect(fold(batchDecider, events)).toEqual(state);
      const [first] = events;
      const deeds: readonly Deed[] = first?.type === 'BatchPlanned' ? DEEDS_OF[first.data.kind] : [];
      for (const { type, data } of events)
        if (type === 'ProjectListed') expect(deeds.length > 1 ? deeds.includes(data.deed!) : !data.deed).toBe(true);
      if (state?.held) expect([state.listed.size > 0, events.at(-1)?.type]).toEqual([true, 'BatchHeld']);
    }),
    { numRuns: 300 },
  );
});
