import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Recorded } from './decider.js';
import { type DomainEvent } from './event.js';
import { type Step, type StepVoided, stepwise, voidStep } from './steps.js';

/** A list of fields that events set, add to or clear. */
interface Thing {
  readonly since: string;
  readonly tags: readonly string[];
  readonly name?: string;
  readonly note?: string;
  readonly steps: readonly Step[];
}
type Happened =
  | DomainEvent<'Begun', { occurredOn: string }>
  | DomainEvent<'Named' | 'Noted' | 'Classed', { text: string; occurredOn: string }>
  | DomainEvent<'Tagged' | 'Cleared', { occurredOn: string }>;

function evolve(state: Thing | undefined, { type, data }: Recorded<Happened>): Thing | undefined {
  const since = data.occurredOn;
  if (type === 'Begun' || !state) return { since, tags: [], steps: [] };
  const { name, ...unnamed } = state;
  switch (type) {
    case 'Named':
      return { ...state, since, name: data.text };
    case 'Noted':
      return { ...state, since, note: data.text };
    case 'Classed':
      return { ...state, tags: [...state.tags, data.text] };
    case 'Tagged':
      return { ...state, since, tags: [...state.tags, since] };
    case 'Cleared':
      return { ...unnamed, since, tags: [] };
  }
}
const OPTIONS = { voided: 'ThingStepVoided', begins: ['Begun'], along: ['Classed'] } as const;
const evolveThing = stepwise<Thing, Happened, 'ThingStepVoided'>(evolve, OPTIONS);

const day = fc.constantFrom('2022-03-01', '2022-03-02');
const change = fc.record({
  type: fc.constantFrom('Named' as const, 'Noted' as const, 'Tagged' as const, 'Cleared' as const, 'Classed' as const),
  data: fc.record({ text: fc.constantFrom('甲', '乙'), occurredOn: day }),
});
const begun = { type: 'Begun', data: { occurredOn: '2022-02-01' }, id: 'begun' } as const;
const history = fc
  .array(change)
  .map((changes) => [begun, ...changes.map((event, index) => ({ ...event, id: `event-${index}` }))]);
const taken = (thing: Thing, command: object = {}) =>
  voidStep('ThingStepVoided', thing, { reason: '误登', occurredOn: '2022-03-09', ...command }, '2022-03-09');
const after = (events: readonly Recorded<Happened>[]) =>
  events.reduce<Thing | undefined>((state, event) => evolveThing(state, event), undefined) as Thing;

describe('steps', () => {
  it('are taken back one by one, each to what was before it, also from JSON', () => {
    fc.assert(
      fc.property(history, (events) => {
        /** What a step leads back to: all before it that does not come along with another. */
        const before = events.flatMap((event, index) =>
          index > 0 && event.type !== 'Classed' ? [after(events.slice(0, index))] : [],
        );
        let state = JSON.parse(JSON.stringify(after(events))) as Thing;
        while (state.steps.length > 0) {
          const [voided] = taken(state) as [StepVoided<'ThingStepVoided'>];
          state = evolveThing(state, { ...voided, id: 'voided' }) as Thing;
          expect(state).toEqual(before.pop());
        }
        expect(before).toEqual([]);
      }),
    );
  });

  it('name their events, and only the last is taken back, once', () => {
    const events = [begun, { type: 'Tagged', data: { occurredOn: '2022-03-01' }, id: 'a' }] as const;
    const more = [...events, { type: 'Named', data: { text: '甲', occurredOn: '2022-03-02' }, id: 'b' }] as const;
    const classed = { type: 'Classed', data: { text: '大', occurredOn: '2022-03-02' }, id: 'c' } as const;
    const thing = after([...more, classed]);
    const [voided] = taken(thing, { eventId: 'b' }) as [StepVoided<'ThingStepVoided'>];
    expect(voided.data).toEqual({ eventIds: ['b', 'c'], reason: '误登', occurredOn: '2022-03-09' });
    const back = evolveThing(thing, { ...voided, id: 'd' }) as Thing;
    expect(back).toEqual(after(events));
    expect(evolveThing(back, { ...voided, id: 'e' })).toBe(back);
  });

  it.each([
    ['an earlier step', { eventId: 'a' }, 'STEP.NOT_THE_LAST'],
    ['a day to come', { occurredOn: '2022-03-10' }, 'DAY.IN_FUTURE'],
    ['a day before the step', { occurredOn: '2022-03-01' }, 'DAY.BEFORE_PREVIOUS'],
  ])('are not taken back for %s', (_, command, code) => {
    const named = { type: 'Named', data: { text: '甲', occurredOn: '2022-03-02' }, id: 'b' } as const;
    const thing = after([begun, { type: 'Tagged', data: { occurredOn: '2022-03-01' }, id: 'a' }, named]);
    expect(() => taken(thing, command)).toThrow(expect.objectContaining({ code }));
  });

  it('do not lead back behind the beginning', () => {
    expect(() => taken(after([begun]))).toThrow(expect.objectContaining({ code: 'STEP.NOT_THE_LAST' }));
  });
});
