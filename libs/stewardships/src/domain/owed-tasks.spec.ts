import { describe, expect, it } from '@jest/globals';
import { given } from '#libs/eventsourcing';
import { type StewardshipChange } from './stewardship.commands.js';
import { stewardshipDecider } from './stewardship.decider.js';
import { type StewardshipEvent } from './stewardship.events.js';

const charge = { kind: 'park', code: 'zone', unit: 'luan-01', duty: '市领导', purpose: 'guarantee' } as const;
const six = { matter: '用工', target: '300 人', unit: 'luan-01', requirement: '周调度', due: '2022-12-31' };

const attached = (account: string, occurredOn: string): StewardshipEvent => ({
  type: 'StewardAttached',
  data: { ...charge, account, occurredOn },
});
const fixed = (leader: string, occurredOn: string, more: object = {}): StewardshipEvent => ({
  type: 'StewardTaskFixed',
  data: { ...six, leader, ...more, occurredOn },
});
const left: StewardshipEvent = { type: 'StewardDetached', data: { account: 'account-7', occurredOn: '2022-05-01' } };
const done = (occurredOn: string, taskEventId: string): StewardshipEvent => ({
  type: 'StewardTaskDone',
  data: { taskEventId, result: '招满', evidence: [], occurredOn },
});

const outcome = (history: StewardshipEvent[], change: StewardshipChange) =>
  given(stewardshipDecider, ...history).when({ ...change, today: '2022-09-30' });
const finish = (occurredOn: string, taskEventId = 'event-1'): StewardshipChange => ({
  kind: 'finish-task',
  facts: { taskEventId, result: '招满', occurredOn },
});
const takeOver = (occurredOn: string, leader = 'account-8'): StewardshipChange => ({
  kind: 'take-over-task',
  facts: { taskEventId: 'event-1', leader, occurredOn },
});

const begun = [attached('account-7', '2022-03-01'), fixed('account-7', '2022-04-01')];
const other = attached('account-8', '2022-06-01');
const orphaned = [...begun, left];
const taking = fixed('account-8', '2022-06-05', { carries: 'event-1' });

describe('六定 that a leader has not done', () => {
  it('are their unit’s when the leader goes: done however late, or taken over as they stand', () => {
    expect(outcome(orphaned, finish('2022-06-02'))).toEqual([done('2022-06-02', 'event-1')]);
    expect(outcome([...orphaned, other], takeOver('2022-06-05'))).toEqual([taking]);
    const again = attached('account-7', '2022-06-01');
    expect(outcome([...orphaned, again], takeOver('2022-06-05', 'account-7'))).toMatchObject([
      { data: { leader: 'account-7', carries: 'event-1', due: '2022-12-31' } },
    ]);
  });

  it('are whose they were again, when the takeover is void', () => {
    const history = [...orphaned, other, taking];
    expect(outcome(history, finish('2022-06-06'))).toEqual({ refused: 'STEWARD.NO_OPEN_TASK', field: 'taskEventId' });
    expect(outcome(history, finish('2022-06-06', 'event-4'))).toEqual([done('2022-06-06', 'event-4')]);
    const voided: StewardshipEvent = {
      type: 'StewardFactVoided',
      data: { eventId: 'event-4', finding: '误登', occurredOn: '2022-06-05' },
    };
    expect(outcome([...history, voided], finish('2022-06-06'))).toEqual([done('2022-06-06', 'event-1')]);
  });

  it.each<[string, StewardshipEvent[], StewardshipChange, string, string]>([
    [
      'once they are done',
      [...begun, done('2022-05-01', 'event-1'), other],
      takeOver('2022-06-05'),
      'NO_OPEN_TASK',
      'taskEventId',
    ],
    ['by one who is not there', begun, takeOver('2022-06-05'), 'NOT_ATTACHED', 'leader'],
    ['by whose they are', begun, takeOver('2022-06-05', 'account-7'), 'SAME_LEADER', 'leader'],
    [
      'by one who has others to do',
      [...orphaned, other, fixed('account-8', '2022-06-02')],
      takeOver('2022-06-05'),
      'HAS_OPEN_TASK',
      'leader',
    ],
  ])('are not taken over %s', (_, history, change, code, field) => {
    expect(outcome(history, change)).toEqual({ refused: `STEWARD.${code}`, field });
  });

  it('are not taken over before the other was there, nor on a day to come', () => {
    expect(outcome([...orphaned, other], takeOver('2022-05-31'))).toMatchObject({ refused: 'DAY.BEFORE_PREVIOUS' });
    expect(outcome([...orphaned, other], takeOver('2022-10-01'))).toMatchObject({ refused: 'DAY.IN_FUTURE' });
  });

  it('go along when it is put right who took them over, but not when they were set for that leader', () => {
    const replaced = [
      ...orphaned,
      attached('account-8', '2022-05-01'),
      fixed('account-8', '2022-05-01', { carries: 'event-1' }),
    ];
    const { kind, code, ...said } = charge;
    const facts = {
      ...said,
      account: 'account-9',
      correctsEventId: 'event-3',
      reason: '填错',
      occurredOn: '2022-05-01',
    };
    const correct: StewardshipChange = { kind: 'correct-steward', facts };
    const corrected: StewardshipEvent = { type: 'StewardCorrected', data: facts };
    expect(outcome(replaced, correct)).toEqual([corrected]);
    const handOn = { account: 'account-9', successor: 'account-8', duty: '副市长', occurredOn: '2022-06-01' };
    expect(outcome([...replaced, corrected], { kind: 'replace-steward', facts: handOn })).toMatchObject([
      { data: { account: 'account-9' } },
      { data: { account: 'account-8' } },
      { data: { leader: 'account-8', carries: 'event-4', due: '2022-12-31' } },
    ]);
    expect(outcome([...replaced, fixed('account-8', '2022-05-02')], correct)).toEqual({
      refused: 'STEWARD.HAS_TASK',
      field: 'account',
    });
  });
});
