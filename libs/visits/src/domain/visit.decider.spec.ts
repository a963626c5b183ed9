import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal, given } from '#libs/eventsourcing';
import { type VisitCommand, visitDecider } from './visit.decider.js';
import { IN_PERSON, type VisitEvent, VISIT_KINDS } from './visit.events.js';

const today = '2022-09-30';
const visit = { unit: 'luan-01', kind: 'outing', place: '苏州', from: '2022-09-01', to: '2022-09-03' } as const;
const log = (change: object = {}): VisitCommand => ({ kind: 'log-visit', visit: { ...visit, ...change }, today });
const logged: VisitEvent = { type: 'VisitLogged', data: { ...visit, occurredOn: '2022-09-03' } };

describe('a visit', () => {
  it('is logged on its last day', () => {
    expect(given(visitDecider).when(log())).toEqual([logged]);
  });

  it.each([
    ['twice', [logged], log(), 'VISIT.ALREADY_LOGGED', undefined],
    ['before it is over', [], log({ to: '2022-10-01' }), 'DAY.IN_FUTURE', 'to'],
    ['with an end before its start', [], log({ to: '2022-08-31' }), 'DAY.BEFORE_PREVIOUS', 'to'],
    ['in person by no one', [], log({ inPerson: ['negotiate'], projects: ['p'] }), 'VISIT.NO_LEADER', 'leaderDuty'],
    [
      'in person for nothing',
      [],
      log({ inPerson: ['negotiate'], leader: 'account-1' }),
      'VISIT.NO_SUBJECT',
      'projects',
    ],
  ])('is not logged %s', (_, history, command, refused, field) => {
    expect(given(visitDecider, ...history).when(command)).toEqual({ refused, ...(field && { field }) });
  });

  const correct = (change: object = {}): VisitCommand => ({
    kind: 'correct-visit',
    visit: { ...visit, ...change },
    correctsEventId: 'event-0',
    reason: '填错',
    today,
  });
  const voided = (occurredOn: string): VisitCommand => ({ kind: 'void-visit', finding: '不实', occurredOn, today });
  const corrected = given(visitDecider, logged).when(correct({ to: '2022-09-02' })) as VisitEvent[];
  const gone = given(visitDecider, logged).when(voided('2022-09-10')) as VisitEvent[];

  it('is corrected whole, and found untrue', () => {
    const data = { ...visit, to: '2022-09-02', occurredOn: '2022-09-02', correctsEventId: 'event-0', reason: '填错' };
    expect(corrected).toEqual([{ type: 'VisitCorrected', data }]);
    const again = { ...correct({ to: '2022-09-01' }), correctsEventId: 'event-1' } as VisitCommand;
    expect(given(visitDecider, logged, ...corrected).when(again)).toMatchObject([{ type: 'VisitCorrected' }]);
    expect(gone).toMatchObject([{ type: 'VisitVoided', data: { eventId: 'event-0' } }]);
  });

  it.each([
    ['corrected before it is logged', [], correct(), 'VISIT.UNKNOWN', undefined],
    ['corrected to a day to come', [logged], correct({ to: '2022-10-01' }), 'DAY.IN_FUTURE', 'to'],
    [
      'corrected by what no longer stands',
      [logged, ...corrected],
      correct(),
      'VISIT.NOTHING_TO_CORRECT',
      'correctsEventId',
    ],
    ['found untrue before it was', [logged], voided('2022-09-02'), 'DAY.BEFORE_PREVIOUS', 'occurredOn'],
    ['found untrue twice', [logged, ...gone], voided('2022-09-11'), 'VISIT.VOID', undefined],
    ['corrected once it is void', [logged, ...gone], correct(), 'VISIT.VOID', undefined],
  ])('is not %s', (_, history, command, refused, field) => {
    expect(given(visitDecider, ...history).when(command)).toEqual({ refused, ...(field && { field }) });
  });

  it('is refused or done whatever is asked, and what its event says is its state', () => {
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    const day = fc.constantFrom('2022-09-01', '2022-09-30', '2022-10-01');
    const any = fc.record({
      unit: fc.constant('luan-01'),
      kind: fc.constantFrom(...VISIT_KINDS),
      place: fc.constant('苏州'),
      from: day,
      to: day,
      leader: maybe(fc.constant('account-1')),
      leaderDuty: maybe(fc.constant('县长')),
      inPerson: maybe(fc.subarray([...IN_PERSON])),
      projects: maybe(fc.constantFrom<string[][]>([], ['p'])),
      leads: maybe(fc.constantFrom<string[][]>([], ['l'])),
    });
    fc.assert(
      fc.property(any, (of) => {
        try {
          const [event] = visitDecider.decide({ kind: 'log-visit', visit: of, today }, undefined);
          const state = visitDecider.evolve(undefined, { ...event!, id: 'any' });
          expect(state).toEqual({ ...of, occurredOn: of.to, eventId: 'any' });
          const named = (of.leader ?? of.leaderDuty) && (of.projects?.length ?? 0) + (of.leads?.length ?? 0) > 0;
          expect(!of.inPerson?.length || named).toBeTruthy();
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }),
    );
  });
});
