import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Recorded, Refusal, fold, given } from '#libs/eventsourcing';
import { addDays } from '#libs/values';
import { type PlanCommand, planDecider } from './plan.decider.js';
import { type PlanEvent, type PlannedMilestone } from './plan.events.js';
import { NO_PLAN } from './plan.state.js';

const today = '2022-09-30';
const of = { projectId: 'project-1', unit: 'luan-01', occurredOn: '2022-01-10' };
const START: PlannedMilestone = { code: 'start', name: '开工', plannedOn: '2022-05-01', order: 1 };
const ROOF: PlannedMilestone = { code: 'roof', name: '主体封顶', plannedOn: '2022-08-01', order: 2 };
const COMPLETION: PlannedMilestone = { code: 'completion', name: '竣工', plannedOn: '2022-12-01', order: 3 };
const milestones = [START, ROOF, COMPLETION];
const baselined: PlanEvent = { type: 'PlanBaselined', data: { ...of, milestones } };
const reached: PlanEvent = {
  type: 'MilestoneReached',
  data: { milestone: 'roof', evidence: [], grade: 'claimed', occurredOn: '2022-08-20' },
};
const annual = { year: 2022, investment: '5000', startMonth: '2022-05', completionMonth: '2022-12' };
const plan = (...history: PlanEvent[]) => given(planDecider, ...history);
const baseline = (list: PlannedMilestone[]): PlanCommand => ({ kind: 'baseline-plan', of, milestones: list, today });
const revise = (list: PlannedMilestone[], occurredOn = '2022-06-01'): PlanCommand => ({
  kind: 'revise-plan',
  revision: { milestones: list, reason: '雨季延长', approver: 'account-7', occurredOn },
  today,
});
const reach = (milestone: string, occurredOn = '2022-08-20'): PlanCommand => ({
  kind: 'reach-milestone',
  milestone,
  occurredOn,
  today,
});
const takeBack = (milestone: string, occurredOn = '2022-09-01'): PlanCommand => ({
  kind: 'void-milestone',
  milestone,
  finding: '现场未封顶',
  occurredOn,
  today,
});
const setYear = (change: object = {}): PlanCommand => ({
  kind: 'set-annual-plan',
  of,
  annual: { ...annual, ...change },
  today,
});

describe('a plan', () => {
  it('is baselined once, then revised with a reason and an approver', () => {
    expect(plan().when(baseline(milestones))).toEqual([baselined]);
    expect(plan(baselined).when(baseline(milestones))).toEqual({ refused: 'PLAN.ALREADY_BASELINED' });
    const later = [START, { ...ROOF, plannedOn: '2022-09-01' }, COMPLETION];
    expect(plan(baselined).when(revise(later))).toMatchObject([
      { type: 'PlanRevised', data: { milestones: later, reason: '雨季延长', approver: 'account-7' } },
    ]);
    expect(plan().when(revise(later))).toEqual({ refused: 'PLAN.NOT_BASELINED' });
    expect(plan(baselined).when(revise([...milestones].reverse()))).toEqual({
      refused: 'PLAN.NOTHING_REVISED',
      field: 'milestones',
    });
    expect(plan(baselined).when(revise(later, '2022-01-09'))).toMatchObject({ refused: 'DAY.BEFORE_PREVIOUS' });
    expect(plan(baselined).when(revise(later, '2022-10-01'))).toMatchObject({ refused: 'DAY.IN_FUTURE' });
  });

  it.each<[string, PlannedMilestone[], string, string]>([
    ['without milestones', [], 'PLAN.EMPTY', 'milestones'],
    ['with a code in capitals', [{ ...START, code: 'Start' }], 'PLAN.CODE_INVALID', 'milestones.0.code'],
    ['with a code twice', [START, { ...ROOF, code: 'start' }], 'PLAN.CODE_TWICE', 'milestones.1.code'],
    ['with a place twice', [START, { ...ROOF, order: 1 }], 'PLAN.ORDER_TWICE', 'milestones.1.order'],
    ['weighed in part', [{ ...START, weight: 1 }, ROOF], 'PLAN.WEIGHT_MISSING', 'milestones.1.weight'],
    [
      'completed before it starts',
      [{ ...COMPLETION, plannedOn: '2022-04-30' }, START],
      'DAY.BEFORE_PREVIOUS',
      'milestones.0.plannedOn',
    ],
  ])('is refused %s', (_, list, refused, field) => {
    expect(plan().when(baseline(list))).toEqual({ refused, field });
    expect(plan(baselined).when(revise(list))).toEqual({ refused, field });
  });

  it('keeps what is reached', () => {
    expect(plan(baselined, reached).when(revise([START, COMPLETION]))).toEqual({
      refused: 'PLAN.REACHED_DROPPED',
      field: 'milestones',
    });
    expect(plan(baselined).when(revise([START, COMPLETION]))).toMatchObject([{ type: 'PlanRevised' }]);
  });
});

describe("a milestone of the plan's own", () => {
  it('is reached once, and can be found not to be', () => {
    expect(plan(baselined).when(reach('roof'))).toEqual([reached]);
    expect(plan(baselined, reached).when(reach('roof'))).toMatchObject({ refused: 'PLAN.MILESTONE_ALREADY_REACHED' });
    expect(plan(baselined, reached).when(takeBack('roof'))).toEqual([
      {
        type: 'PlanMilestoneVoided',
        data: { milestone: 'roof', eventId: 'event-1', finding: '现场未封顶', occurredOn: '2022-09-01' },
      },
    ]);
    const [voided] = plan(baselined, reached).when(takeBack('roof')) as PlanEvent[];
    expect(plan(baselined, reached, voided!).when(takeBack('roof'))).toMatchObject({ refused: 'PLAN.NOTHING_TO_VOID' });
    expect(plan(baselined, reached, voided!).when(reach('roof'))).toEqual([reached]);
    expect(plan(baselined).when(takeBack('roof'))).toMatchObject({ refused: 'PLAN.NOTHING_TO_VOID' });
    expect(plan(baselined, reached).when(takeBack('roof', '2022-08-19'))).toMatchObject({
      refused: 'DAY.BEFORE_PREVIOUS',
    });
  });

  it.each([
    ['that the project tells itself', 'start', '2022-08-20', 'PLAN.MILESTONE_DERIVED', 'milestone'],
    ['that is not planned', 'cellar', '2022-08-20', 'PLAN.MILESTONE_UNKNOWN', 'milestone'],
    ['in the future', 'roof', '2022-10-01', 'DAY.IN_FUTURE', 'occurredOn'],
  ])('is not reached: one %s', (_, code, day, refused, field) => {
    expect(plan(baselined).when(reach(code, day))).toEqual({ refused, field });
  });
});

describe("a year's plan", () => {
  it('is set with or without milestones, and set anew', () => {
    const set: PlanEvent = { type: 'AnnualPlanSet', data: { ...of, ...annual } };
    expect(plan().when(setYear({ investment: '5000.00' }))).toEqual([set]);
    expect(plan(set).when(setYear())).toEqual({ refused: 'PLAN.NOTHING_REVISED', field: 'year' });
    expect(plan(set).when(setYear({ startMonth: '2022-06' }))).toMatchObject([{ data: { startMonth: '2022-06' } }]);
  });

  it.each([
    ['of another year', { startMonth: '2023-05' }, 'PLAN.OTHER_YEAR', 'startMonth'],
    ['the wrong way round', { completionMonth: '2022-04' }, 'PLAN.MONTHS_REVERSED', 'completionMonth'],
    ['produced before it is completed', { productionMonth: '2022-11' }, 'PLAN.MONTHS_REVERSED', 'productionMonth'],
  ])('is refused with months %s', (_, change, refused, field) => {
    expect(plan().when(setYear(change))).toEqual({ refused, field });
  });
});

describe('any life of a plan', () => {
  const day = fc.integer({ min: 0, max: 280 }).map((count) => addDays('2022-01-01', count));
  const code = fc.constantFrom('start', 'completion', 'roof', 'constructor', 'to-string', 'Bad');
  const list = fc.array(
    fc.record({
      code,
      name: fc.constant('节点'),
      plannedOn: day,
      order: fc.integer({ min: 1, max: 6 }),
      weight: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    }),
    { maxLength: 4 },
  );
  const month = fc.option(fc.constantFrom('2022-03', '2022-07', '2023-01'), { nil: undefined });
  const command: fc.Arbitrary<PlanCommand> = fc.oneof(
    fc
      .record({ list, day })
      .map(({ list, day }) => ({ ...baseline(list), of: { ...of, occurredOn: day } }) as PlanCommand),
    fc.record({ list, day }).map(({ list, day }) => revise(list, day)),
    fc.record({ code, day }).map(({ code, day }) => reach(code, day)),
    fc.record({ code, day }).map(({ code, day }) => takeBack(code, day)),
    fc
      .record({
        startMonth: month,
        completionMonth: month,
        productionMonth: month,
        investment: fc.constantFrom('1', '2.50'),
      })
      .map(setYear),
  );

  it('refuses with nothing but a refusal, and its events give the same state again', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        let state = NO_PLAN;
        const events: Recorded<PlanEvent>[] = [];
        for (const each of commands)
          try {
            for (const event of planDecider.decide(each, state)) {
              const recorded = { ...event, id: `event-${events.length}` };
              events.push(recorded);
              state = planDecider.evolve(state, recorded);
            }
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        const stored = JSON.parse(JSON.stringify(events)) as Recorded<PlanEvent>[];
        expect(JSON.stringify(fold(planDecider, stored))).toBe(JSON.stringify(state));
        for (const milestone of Object.keys(state.reached))
          expect(state.milestones.map(({ code }) => code)).toContain(milestone);
      }),
      { numRuns: 300 },
    );
  });
});
