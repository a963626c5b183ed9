import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { Refusal, fold, given } from '#libs/eventsourcing';
import { type SubjectRef, Decimal, subjectKey } from '#libs/values';
import { type TargetCommand, targetDecider } from './target.decider.js';
import { type TargetEvent, type TargetSet } from './target.events.js';

const today = '2022-09-30';
const city: SubjectRef = { kind: 'city', code: 'all' };
const unit = (code: string): SubjectRef => ({ kind: 'unit', code });
const goal = (subject: SubjectRef, amount: string, more: Partial<TargetSet['data']> = {}): TargetSet['data'] => ({
  subject,
  metric: 'signed-projects',
  year: 2022,
  amount,
  schedule: { kind: 'even' },
  occurredOn: '2022-01-10',
  ...more,
});
const wasSet = (...of: Parameters<typeof goal>): TargetEvent => ({ type: 'TargetSet', data: goal(...of) });
const set = (...of: Parameters<typeof goal>): TargetCommand => ({
  kind: 'set-target',
  target: goal(...of),
  additive: true,
  today,
});
const approved = { reason: '中期调整', approvedBy: 'account-1', occurredOn: '2022-06-30' };
const revise = (subject: SubjectRef, amount: string, more = {}): TargetCommand => ({
  kind: 'revise-target',
  revision: { ...goal(subject, amount), ...approved, ...more },
  today,
});

const whole = wasSet(city, '100');
const part = wasSet(unit('aa'), '60', { parent: city });

describe('targets of a metric and year', () => {
  it('are set, in one spelling, and revised with a reason', () => {
    expect(given(targetDecider).when(set(city, '0100.50'))).toEqual([wasSet(city, '100.5')]);
    expect(given(targetDecider, whole, part).when(revise(unit('aa'), '70'))).toEqual([
      { type: 'TargetRevised', data: { ...goal(unit('aa'), '70', { parent: city }), ...approved } },
    ]);
  });

  it('leave to the parts what the parent has left, to the last', () => {
    const of = { parent: city };
    expect(given(targetDecider, whole, part).when(set(unit('bb'), '40', of))).toHaveLength(1);
    expect(given(targetDecider, whole, part).when(set(unit('bb'), '40.000001', of))).toEqual({
      refused: 'TARGET.BEYOND_PARENT',
      field: 'amount',
    });
    const declared = { ...of, overAllotment: '层层加码两成，常务会议定' };
    expect(given(targetDecider, whole, part).when(set(unit('bb'), '60', declared))).toHaveLength(1);
  });

  it.each<[string, TargetEvent[], TargetCommand, string]>([
    ['set twice', [whole], set(city, '1'), 'TARGET.ALREADY_SET'],
    ['set below a parent that has none', [], set(unit('aa'), '1', { parent: city }), 'TARGET.UNKNOWN_PARENT'],
    ['set ahead of today', [], set(city, '1', { occurredOn: '2022-10-01' }), 'DAY.IN_FUTURE'],
    [
      'set by a broken schedule',
      [],
      set(city, '1', { schedule: { kind: 'monthly', percent: ['100'] } }),
      'TARGET.BAD_SCHEDULE',
    ],
    ['revised before they are set', [], revise(city, '1'), 'TARGET.UNKNOWN'],
    ['revised into the past', [whole], revise(city, '1', { occurredOn: '2022-01-09' }), 'DAY.BEFORE_PREVIOUS'],
    ['revised beyond the parent', [whole, part], revise(unit('aa'), '101'), 'TARGET.BEYOND_PARENT'],
    ['revised below their parts', [whole, part], revise(city, '59'), 'TARGET.BELOW_PARTS'],
  ])('are not %s', (_, history, command, refused) => {
    expect(given(targetDecider, ...history).when(command)).toMatchObject({ refused });
  });

  it('of a rate have no parts', () => {
    const command = { ...set(unit('bb'), '60', { parent: city }), additive: false };
    expect(given(targetDecider, whole).when(command)).toMatchObject({ refused: 'TARGET.RATE_HAS_NO_PARTS' });
  });

  it('never come to more than the whole undeclared, whatever is commanded in whatever order', () => {
    const subjects = [city, unit('aa'), unit('bb'), unit('cc')];
    const step = fc.record({
      subject: fc.constantFrom(...subjects),
      parent: fc.option(fc.constantFrom(...subjects), { nil: undefined }),
      amount: fc.integer({ min: 0, max: 30 }).map(String),
      isRevision: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const events: (TargetEvent & { id: string })[] = [];
        let state = targetDecider.initialState;
        for (const { subject, parent, amount, isRevision } of steps) {
          const command = isRevision ? revise(subject, amount) : set(subject, amount, { parent });
          try {
            for (const event of targetDecider.decide(command, state)) {
              const recorded = { ...event, id: String(events.length) };
              events.push(recorded);
              state = targetDecider.evolve(state, recorded);
            }
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        }
        expect(fold(targetDecider, events)).toEqual(state);
        for (const target of state.values()) {
          const parts = [...state.values()].filter(
            (other) => other.parent && subjectKey(other.parent) === subjectKey(target.subject),
          );
          const sum = parts.reduce((total, other) => total.plus(other.amount), new Decimal(0));
          expect(sum.lte(target.amount)).toBe(true);
        }
      }),
    );
  });
});
