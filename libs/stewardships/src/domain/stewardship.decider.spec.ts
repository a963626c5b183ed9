import { describe, expect, it } from '@jest/globals';
import { given } from '#libs/eventsourcing';
import { stewardshipOf } from './stewarded.js';
import { type StewardshipCommand } from './stewardship.commands.js';
import { stewardshipDecider } from './stewardship.decider.js';
import { type StewardAttached, type StewardshipEvent } from './stewardship.events.js';

const today = '2022-09-30';
const enterprise = { kind: 'enterprise', code: '91350100M000100Y43', name: '某某光伏' } as const;
const charge = { unit: 'luan-01', account: 'account-7', duty: '市委常委', purpose: 'guarantee' } as const;
const facts = { ...enterprise, ...charge, occurredOn: '2022-03-01' };
type Attached = StewardAttached['data'];
const task = { matter: '用工', target: '300 人', unit: 'luan-01', requirement: '周调度', leader: 'account-7' };

const attach = (change: Partial<Attached> = {}): StewardshipCommand => ({
  kind: 'attach-steward',
  facts: { ...facts, ...change },
  today,
});
const detach = (occurredOn: string, account = 'account-7'): StewardshipCommand => ({
  kind: 'detach-steward',
  facts: { account, occurredOn },
  today,
});
const replace = (occurredOn: string, successor = 'account-8'): StewardshipCommand => ({
  kind: 'replace-steward',
  facts: { account: 'account-7', successor, duty: '副市长', occurredOn },
  today,
});
const fix = (occurredOn: string, change: object = {}): StewardshipCommand => ({
  kind: 'fix-task',
  facts: { ...task, due: '2022-12-31', occurredOn, ...change },
  today,
});
const correct = (change: object = {}): StewardshipCommand => ({
  kind: 'correct-steward',
  facts: { ...charge, occurredOn: '2022-03-01', correctsEventId: 'event-0', reason: '填错', ...change },
  today,
});
const voided = (eventId: string, occurredOn = '2022-09-01'): StewardshipCommand => ({
  kind: 'void-fact',
  facts: { eventId, finding: '误登', occurredOn },
  today,
});

const attached = (change: Partial<Attached> = {}): StewardshipEvent => ({
  type: 'StewardAttached',
  data: { ...facts, ...change },
});
const detached = (occurredOn: string, account = 'account-7'): StewardshipEvent => ({
  type: 'StewardDetached',
  data: { account, occurredOn },
});
const fixed: StewardshipEvent = {
  type: 'StewardTaskFixed',
  data: { ...task, due: '2022-12-31', occurredOn: '2022-04-01' },
};
const finish = (occurredOn: string, taskEventId = 'event-1'): StewardshipCommand => ({
  kind: 'finish-task',
  facts: { taskEventId, result: '招满', occurredOn },
  today,
});
const done = (occurredOn: string, taskEventId = 'event-1'): StewardshipEvent => ({
  type: 'StewardTaskDone',
  data: { taskEventId, result: '招满', evidence: [], occurredOn },
});
const rename = (name: string): StewardshipCommand => ({
  kind: 'rename-stewarded',
  facts: { name, reason: '笔误', occurredOn: '2022-05-01' },
  today,
});
const renamed: StewardshipEvent = {
  type: 'StewardedRenamed',
  data: { name: '某某光电', reason: '笔误', occurredOn: '2022-05-01' },
};
const taken: StewardshipEvent = {
  type: 'StewardAttached',
  data: { ...facts, account: 'account-8', duty: '副市长', occurredOn: '2022-05-01' },
};
const carried: StewardshipEvent = {
  type: 'StewardTaskFixed',
  data: { ...task, leader: 'account-8', due: '2022-12-31', carries: 'event-1', occurredOn: '2022-05-01' },
};
const first = { purpose: 'first-responsible', account: 'account-1' } as const;

describe('a leader of an enterprise, park or district', () => {
  it('is attached, fixes the six, is detached and attached again', () => {
    expect(given(stewardshipDecider).when(attach())).toEqual([attached()]);
    expect(given(stewardshipDecider, attached()).when(fix('2022-04-01'))).toEqual([fixed]);
    expect(given(stewardshipDecider, attached(), fixed).when(detach('2022-05-01'))).toEqual([detached('2022-05-01')]);
    const again = { occurredOn: '2022-05-01' };
    expect(given(stewardshipDecider, attached(), detached('2022-05-01')).when(attach(again))).toEqual([
      attached(again),
    ]);
  });

  it('finishes what was set last, once', () => {
    const history = [attached(), fixed];
    expect(given(stewardshipDecider, ...history).when(finish('2022-06-01'))).toEqual([done('2022-06-01')]);
    const none = { refused: 'STEWARD.NO_OPEN_TASK', field: 'taskEventId' };
    expect(given(stewardshipDecider, ...history, done('2022-06-01')).when(finish('2022-06-02'))).toEqual(none);
    expect(given(stewardshipDecider, ...history, fixed).when(finish('2022-06-02'))).toEqual(none);
    expect(given(stewardshipDecider, ...history).when(finish('2022-03-31'))).toMatchObject({
      refused: 'DAY.BEFORE_PREVIOUS',
    });
    expect(given(stewardshipDecider, ...history, done('2022-06-01')).when(detach('2022-05-31'))).toMatchObject({
      refused: 'DAY.BEFORE_PREVIOUS',
    });
  });

  it('hands on what was not done, and nothing that was', () => {
    const leaves = [detached('2022-05-01'), taken];
    expect(given(stewardshipDecider, attached(), fixed).when(replace('2022-05-01'))).toEqual([...leaves, carried]);
    const history = [attached(), fixed, done('2022-04-30')];
    expect(given(stewardshipDecider, ...history).when(replace('2022-05-01'))).toEqual(leaves);
    const overdue = { ...fixed, data: { ...fixed.data, due: '2022-04-02' } } as StewardshipEvent;
    expect(given(stewardshipDecider, attached(), overdue).when(replace('2022-05-01'))).toMatchObject([
      ...leaves,
      { data: { due: '2022-04-02', carries: 'event-1' } },
    ]);
  });

  it('is taken back from the end: what is done, what was handed on, who left', () => {
    const needed = { refused: 'STEWARD.STILL_NEEDED', field: 'eventId' };
    const history = [attached(), fixed, done('2022-06-01')];
    expect(given(stewardshipDecider, ...history).when(voided('event-1'))).toEqual(needed);
    expect(given(stewardshipDecider, ...history).when(voided('event-2'))).toMatchObject([
      { type: 'StewardFactVoided' },
    ]);
    expect(given(stewardshipDecider, ...history, detached('2022-06-02')).when(voided('event-2'))).toMatchObject([
      { type: 'StewardFactVoided' },
    ]);
    const replaced = [attached(), fixed, detached('2022-05-01'), taken, carried];
    for (const resting of ['event-1', 'event-2', 'event-3'])
      expect(given(stewardshipDecider, ...replaced).when(voided(resting))).toEqual(needed);
    const again: StewardshipEvent = {
      type: 'StewardFactVoided',
      data: { eventId: 'event-2', finding: '误登', occurredOn: '2022-06-01' },
    };
    expect(given(stewardshipDecider, ...history, again).when(finish('2022-06-05'))).toEqual([done('2022-06-05')]);
  });

  it('calls an enterprise by its right name, which the next leader’s record takes over', () => {
    expect(given(stewardshipDecider, attached()).when(rename('某某光电'))).toEqual([renamed]);
    const { name, ...nameless } = { ...facts, account: 'account-8' };
    expect(
      given(stewardshipDecider, attached(), renamed).when({ kind: 'attach-steward', facts: nameless, today }),
    ).toMatchObject([{ data: { name: '某某光电' } }]);
    expect(given(stewardshipDecider, attached(), renamed).when(rename('某某光电'))).toEqual({
      refused: 'STEWARDSHIP.SAME_NAME',
      field: 'name',
    });
    const { name: _, ...park } = { ...facts, kind: 'park', code: 'zone' } as const;
    expect(given(stewardshipDecider, { type: 'StewardAttached', data: park }).when(rename('某园'))).toEqual({
      refused: 'STEWARDSHIP.NAME_OF_UNIT',
      field: 'name',
    });
  });

  it('leaves an enterprise its name when the next leader comes without', () => {
    const { name, ...facts } = (attach({ account: 'account-8' }) as { facts: Attached }).facts;
    const nameless: StewardshipCommand = { kind: 'attach-steward', facts, today };
    expect(given(stewardshipDecider, attached()).when(nameless)).toEqual([attached({ account: 'account-8' })]);
    expect(given(stewardshipDecider).when(nameless)).toEqual([{ type: 'StewardAttached', data: facts }]);
  });

  it('is replaced: the other begins on the day, for the same purpose', () => {
    const successor = { ...facts, account: 'account-8', duty: '副市长', occurredOn: '2022-05-01' };
    expect(given(stewardshipDecider, attached()).when(replace('2022-05-01'))).toEqual([
      detached('2022-05-01'),
      { type: 'StewardAttached', data: successor },
    ]);
    const head = attached({ purpose: 'first-responsible' });
    expect(given(stewardshipDecider, head).when(replace('2022-05-01'))).toHaveLength(2);
  });

  it('is corrected and found untrue', () => {
    expect(given(stewardshipDecider, attached()).when(correct({ account: 'account-9' }))).toMatchObject([
      { type: 'StewardCorrected', data: { account: 'account-9', correctsEventId: 'event-0' } },
    ]);
    for (const [history, eventId] of [
      [[attached()], 'event-0'],
      [[attached(), fixed], 'event-1'],
      [[attached(), detached('2022-05-01')], 'event-1'],
    ] as [StewardshipEvent[], string][])
      expect(given(stewardshipDecider, ...history).when(voided(eventId))).toMatchObject([
        { type: 'StewardFactVoided', data: { eventId } },
      ]);
  });

  it.each<[string, StewardshipEvent[], StewardshipCommand, string, string | undefined]>([
    ['attached in the future', [], attach({ occurredOn: '2022-10-01' }), 'DAY.IN_FUTURE', 'occurredOn'],
    ['attached to a slip', [], attach({ code: '91350100M000100Y44' }), 'STEWARDSHIP.CREDIT_CODE', 'code'],
    ['attached twice', [attached()], attach({ duty: '市长' }), 'STEWARD.ALREADY_ATTACHED', 'account'],
    [
      'attached again before the end of the first time',
      [attached(), detached('2022-05-01')],
      attach({ occurredOn: '2022-04-30' }),
      'STEWARD.ALREADY_ATTACHED',
      'account',
    ],
    [
      'the second 第一责任人',
      [attached({ purpose: 'first-responsible' })],
      attach(first),
      'STEWARD.FIRST_RESPONSIBLE_TAKEN',
      'purpose',
    ],
    [
      'detached without being attached',
      [attached()],
      detach('2022-05-01', 'account-8'),
      'STEWARD.NOT_ATTACHED',
      'account',
    ],
    ['detached where nobody ever was', [], detach('2022-05-01'), 'STEWARDSHIP.UNKNOWN', undefined],
    ['detached before being attached', [attached()], detach('2022-02-28'), 'DAY.BEFORE_PREVIOUS', 'occurredOn'],
    [
      'detached before the six were fixed',
      [attached(), fixed],
      detach('2022-03-31'),
      'DAY.BEFORE_PREVIOUS',
      'occurredOn',
    ],
    ['replaced in the future', [attached()], replace('2022-10-01'), 'DAY.IN_FUTURE', 'occurredOn'],
    ['replaced by nobody else', [attached()], replace('2022-05-01', 'account-7'), 'STEWARD.SAME_LEADER', 'successor'],
    [
      'replaced by who is there already',
      [attached(), attached({ account: 'account-8' })],
      replace('2022-05-01'),
      'STEWARD.ALREADY_ATTACHED',
      'successor',
    ],
    [
      'given six things once detached',
      [attached(), detached('2022-05-01')],
      fix('2022-04-01'),
      'STEWARD.NOT_ATTACHED',
      'leader',
    ],
    [
      'given six things due before',
      [attached()],
      fix('2022-04-01', { due: '2022-03-31' }),
      'DAY.BEFORE_PREVIOUS',
      'due',
    ],
    ['given six things before', [attached()], fix('2022-02-01'), 'DAY.BEFORE_PREVIOUS', 'occurredOn'],
    [
      'corrected by what never stood',
      [attached()],
      correct({ correctsEventId: 'event-1' }),
      'STEWARD.NOTHING_TO_CORRECT',
      'correctsEventId',
    ],
    [
      'corrected past the six',
      [attached(), fixed],
      correct({ occurredOn: '2022-04-02' }),
      'STEWARD.AFTER_NEXT',
      'occurredOn',
    ],
    [
      'corrected to another with the six',
      [attached(), fixed],
      correct({ account: 'account-9' }),
      'STEWARD.HAS_TASK',
      'account',
    ],
    [
      'corrected to one who is there',
      [attached(), attached({ account: 'account-8' })],
      correct({ account: 'account-8' }),
      'STEWARD.ALREADY_ATTACHED',
      'account',
    ],
    ['void while the six rest on it', [attached(), fixed], voided('event-0'), 'STEWARD.STILL_NEEDED', 'eventId'],
    ['void before it was', [attached()], voided('event-0', '2022-02-01'), 'DAY.BEFORE_PREVIOUS', 'occurredOn'],
    ['void by another event', [attached()], voided('event-1'), 'STEWARD.NOTHING_TO_VOID', 'eventId'],
    [
      'still there when it came again',
      [attached(), detached('2022-05-01'), attached({ occurredOn: '2022-06-01' })],
      voided('event-1'),
      'STEWARD.ALREADY_ATTACHED',
      'eventId',
    ],
  ])('is not %s', (_, history, command, refused, field) => {
    expect(given(stewardshipDecider, ...history).when(command)).toEqual({ refused, ...(field && { field }) });
  });

  it('looks after one enterprise, however its code is spelt', () => {
    expect(stewardshipOf({ kind: 'enterprise', code: ' 91350100m000100y43' })).toBe(stewardshipOf(enterprise));
    expect(stewardshipOf({ kind: 'park', code: 'luan-01' })).not.toBe(
      stewardshipOf({ kind: 'district', code: 'luan-01' }),
    );
  });
});
