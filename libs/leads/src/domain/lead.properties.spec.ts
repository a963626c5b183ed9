import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal, fold } from '#libs/eventsourcing';
import { type UnitShare, sharesFault, TIERS, type ClassRules } from '#libs/values';
import { type LeadCommand } from './lead.commands.js';
import { leadDecider } from './lead.decider.js';
import { type LeadEvent } from './lead.events.js';
import { type LeadState, viewersOf } from './lead.state.js';

const day = fc.integer({ min: 1, max: 28 }).map((of) => `2022-03-${String(of).padStart(2, '0')}`);
const unit = fc.constantFrom('unit-a', 'unit-b', 'unit-c');
const money = fc.constantFrom('0', '5000.50', '99999.999999', '100000', '700000');
const tiers = fc.uniqueArray(fc.constantFrom(...TIERS), { maxLength: 2 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const today = fc.constantFrom('2022-03-15', '2022-03-31');
const shares = fc.constantFrom<UnitShare[][]>(
  [{ unit: 'unit-a', share: '1.0' }],
  [
    { unit: 'unit-a', share: '0.5' },
    { unit: 'unit-b', share: '0.5' },
  ],
  [
    { unit: 'unit-a', share: '0.3' },
    { unit: 'unit-c', share: '0.6' },
  ],
);
const rules = maybe(
  fc.constant<ClassRules>({
    version: 1,
    from: '2022-01-01',
    classes: [
      { code: 'major', name: '重大', when: [{ minInvestment: '100000' }, { tiers: ['unicorn'] }], reportTo: 'unit-c' },
    ],
  }),
);
const CODE = '91350100M000100Y43';
const introducer = maybe(
  fc.record({
    creditCode: maybe(fc.constantFrom(CODE, CODE.toLowerCase(), '7', '91350200M0001WCX0P')),
    projectId: maybe(fc.constant('project-1')),
  }),
);
const step = { today, occurredOn: day, reason: fc.constant('原因') };

const command: fc.Arbitrary<LeadCommand> = fc.oneof(
  fc.record({
    kind: fc.constant('capture-lead' as const),
    today,
    rules,
    lead: fc.record({
      title: fc.constant('线索'),
      unit,
      enterprise: fc.constant('企业'),
      expectedInvestment: money,
      tiers: maybe(tiers),
      channel: fc.constant('unit' as const),
      creditCode: maybe(fc.constant(CODE)),
      introducer,
      firstContactOn: maybe(day),
      occurredOn: day,
    }),
  }),
  fc.record({
    kind: fc.constant('revise-lead' as const),
    today,
    rules,
    occurredOn: day,
    changes: fc.record({
      creditCode: maybe(fc.constant(CODE)),
      introducer,
      expectedInvestment: maybe(money),
      tiers: maybe(tiers),
      firstContactOn: maybe(day),
    }),
  }),
  fc.record({ kind: fc.constant('qualify-lead' as const), today, rules, occurredOn: day }),
  fc.record({ kind: fc.constantFrom('reject-lead' as const, 'drop-lead' as const, 'revive-lead' as const), ...step }),
  fc.record({ kind: fc.constantFrom('decline-referral' as const, 'withdraw-referral' as const), ...step }),
  fc.record({ kind: fc.constant('assign-lead' as const), today, unit: maybe(unit), occurredOn: day }),
  fc.record({
    kind: fc.constant('merge-lead' as const),
    ...step,
    id: fc.constant('b'),
    into: fc.record({ id: fc.constantFrom('a', 'b', 'c'), capturedOn: day }),
  }),
  fc.record({
    kind: fc.constant('refer-lead' as const),
    today,
    referral: fc.record({ toUnit: unit, shares, expiresOn: maybe(day), occurredOn: day }),
  }),
  fc.record({ kind: fc.constant('accept-referral' as const), today, occurredOn: day }),
  fc.record({
    kind: fc.constant('void-step' as const),
    today,
    facts: fc.record({ reason: fc.constant('误登'), occurredOn: day }),
  }),
  fc.record({ kind: fc.constant('void-lead' as const), today, finding: fc.constant('不实'), occurredOn: day }),
  fc.record({
    kind: fc.constant('convert-lead' as const),
    today,
    conversion: fc.record({
      projectId: fc.constant('p'),
      project: fc.record({ name: fc.constant('项目'), unit }),
      occurredOn: day,
    }),
  }),
);

/** What any sequence of commands leaves: the state, and the events that led there. */
function live(commands: readonly LeadCommand[]): { state: LeadState; events: LeadEvent[] } {
  let state: LeadState;
  const events: LeadEvent[] = [];
  for (const each of commands) {
    try {
      const decided = leadDecider.decide(each, state);
      for (const event of decided) state = leadDecider.evolve(state, { ...event, id: 'any' });
      events.push(...decided);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { state, events };
}

const check = (property: (life: ReturnType<typeof live>) => void) =>
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => property(live(commands))),
    { numRuns: 300 },
  );

describe('whatever is asked of a lead', () => {
  it('it is refused or done, and its events alone give the same state', () => {
    check(({ state, events }) => {
      const stored = JSON.parse(JSON.stringify(events)) as LeadEvent[];
      const replayed = fold(
        leadDecider,
        stored.map((event) => ({ ...event, id: 'any' })),
      );
      expect(JSON.parse(JSON.stringify({ state: replayed }))).toEqual(JSON.parse(JSON.stringify({ state })));
    });
  });

  it('its days never go back, it becomes a project at most once, and nothing follows that or a merger', () => {
    check(({ events }) => {
      // Behind a step that was taken back the next may lie.
      if (events.some(({ type }) => type === 'LeadStepVoided')) return;
      const days = events.map(({ data }) => data.occurredOn);
      expect([...days].sort()).toEqual(days);
      const last = events.findIndex(({ type }) => type === 'LeadConverted' || type === 'LeadMerged');
      expect(last === -1 || last === events.length - 1).toBe(true);
    });
  });

  it('the credit that is agreed on makes one, and whoever answers for the lead sees it', () => {
    check(({ state }) => {
      if (!state) return;
      if (state.shares) expect(sharesFault(state.shares)).toBeUndefined();
      expect(viewersOf(state)).toEqual(expect.arrayContaining([state.unit, state.capturedUnit]));
    });
  });

  it('it is reported to a unit once', () => {
    check(({ events }) => {
      const told = events.flatMap((event) => (event.type === 'LeadReportedUp' ? [event.data.to] : []));
      expect(new Set(told).size).toBe(told.length);
    });
  });
});
