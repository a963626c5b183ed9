import { describe, expect, it } from '@jest/globals';
import { given } from '#libs/eventsourcing';
import { unitDecider } from './unit.decider.js';
import { type UnitEvent, type UnitKind } from './unit.events.js';

const today = '2022-09-30';
const unit = (kind: UnitKind = 'district') =>
  ({ code: 'luan-01', name: '霍邱县', kind, group: '县区', occurredOn: '2021-01-01' }) as const;
const registered = (kind?: UnitKind): UnitEvent => ({ type: 'UnitRegistered', data: unit(kind) });
const decision = { from: '2022-07-01', occurredOn: '2022-06-20' };
const renaming = { name: '霍邱区', divisionCode: '341505', ...decision };
const regrouping = { assessmentGroup: '一组', ...decision };
const merger = { into: 'luan-02', ...decision };
const split = { into: ['luan-02', 'luan-03'], ...decision };
const joining = { member: 'luan-02', role: 'member', occurredOn: '2022-03-01' } as const;
const leaving = { member: 'luan-02', occurredOn: '2022-05-01' };
const post = { account: 'account-7', duty: 'first-director', occurredOn: '2022-03-01' } as const;

const rename = { kind: 'rename-unit', facts: renaming, today } as const;
const regroup = { kind: 'regroup-unit', facts: regrouping, today } as const;
const merge = { kind: 'merge-unit', facts: merger, today } as const;
const divide = { kind: 'split-unit', facts: split, today } as const;
const add = { kind: 'add-group-member', facts: joining, today } as const;
const remove = { kind: 'remove-group-member', facts: leaving, today } as const;
const appoint = { kind: 'appoint-person', facts: post, today } as const;
const relieve = { kind: 'relieve-person', facts: { ...post, occurredOn: '2022-05-01' }, today } as const;

const voidEnd = { kind: 'void-end', facts: { reason: '误登', occurredOn: '2022-08-01' }, today } as const;
const renamed: UnitEvent = { type: 'UnitRenamed', data: renaming };
const regrouped: UnitEvent = { type: 'UnitRegrouped', data: regrouping };
const merged: UnitEvent = { type: 'UnitMerged', data: merger };
const divided: UnitEvent = { type: 'UnitSplit', data: split };
const joined: UnitEvent = { type: 'GroupMemberAdded', data: joining };
const left: UnitEvent = { type: 'GroupMemberRemoved', data: leaving };
const appointed: UnitEvent = { type: 'PersonAppointed', data: post };
const relieved: UnitEvent = { type: 'PersonRelieved', data: { ...post, occurredOn: '2022-05-01' } };

const GROUP = registered('industry-group');
const DISTRICT = registered();

describe('a unit', () => {
  it('is registered once, with its division code', () => {
    const data = { ...unit(), divisionCode: '341522' };
    expect(given(unitDecider).when({ kind: 'register-unit', facts: data, today })).toEqual([
      { type: 'UnitRegistered', data },
    ]);
  });

  it.each([
    ['is renamed', [DISTRICT], rename, renamed],
    ['changes its assessment group', [DISTRICT], regroup, regrouped],
    ['merges into another', [DISTRICT], merge, merged],
    ['splits into others', [DISTRICT], divide, divided],
    ['merges after it was renamed on the same day', [DISTRICT, renamed], merge, merged],
    ['takes members when it is a group', [GROUP], add, joined],
    ['lets a member go', [GROUP, joined], remove, left],
    ['takes a member back', [GROUP, joined, left], { ...add, facts: { ...joining, occurredOn: '2022-05-01' } }, {}],
    ['has persons in office', [DISTRICT], appoint, appointed],
    ['relieves them, even after its end', [DISTRICT, appointed, merged], relieve, relieved],
    [
      'is renamed before its end begins',
      [DISTRICT, merged],
      { ...rename, facts: { ...renaming, from: '2022-06-30' } },
      {},
    ],
    [
      'never ended, if that was a mistake',
      [DISTRICT, merged],
      voidEnd,
      { type: 'UnitEndVoided', data: { eventId: 'event-1', reason: '误登', occurredOn: '2022-08-01' } },
    ],
    ['may end on a day to come', [DISTRICT], { ...merge, facts: { ...merger, from: '2023-01-01' } }, {}],
  ])('%s', (_, history, command, event) => {
    expect(given(unitDecider, ...history).when(command)).toMatchObject([event]);
  });

  it.each([
    [
      'registered twice',
      [DISTRICT],
      { kind: 'register-unit', facts: unit(), today },
      'UNIT.ALREADY_REGISTERED',
      'code',
    ],
    ['renamed unknown', [], rename, 'UNIT.UNKNOWN', undefined],
    [
      'a division unless it is a district',
      [registered('development-zone')],
      rename,
      'UNIT.NOT_A_DIVISION',
      'divisionCode',
    ],
    [
      'registered as one either',
      [],
      { kind: 'register-unit', facts: { ...unit('development-zone'), divisionCode: '341522' }, today },
      'UNIT.NOT_A_DIVISION',
      'divisionCode',
    ],
    ['renamed to its name', [DISTRICT, renamed], rename, 'UNIT.SAME_NAME', 'name'],
    [
      'renamed before its last name',
      [DISTRICT, renamed],
      { ...rename, facts: { ...renaming, name: '丙', from: '2022-06-30' } },
      'DAY.BEFORE_PREVIOUS',
      'from',
    ],
    [
      'renamed before it was',
      [DISTRICT],
      { ...rename, facts: { ...renaming, from: '2020-12-31' } },
      'DAY.BEFORE_PREVIOUS',
      'from',
    ],
    ['renamed by a decision to come', [DISTRICT], { ...rename, today: '2022-06-19' }, 'DAY.IN_FUTURE', 'occurredOn'],
    ['renamed from its end on', [DISTRICT, merged], rename, 'UNIT.MERGED', 'from'],
    ['regrouped from its end on', [DISTRICT, divided], regroup, 'UNIT.SPLIT', 'from'],
    ['regrouped into its group', [DISTRICT, regrouped], regroup, 'UNIT.SAME_GROUP', 'assessmentGroup'],
    ['merged into itself', [DISTRICT], { ...merge, facts: { ...merger, into: 'luan-01' } }, 'UNIT.INTO_ITSELF', 'into'],
    ['merged twice', [DISTRICT, merged], merge, 'UNIT.ALREADY_ENDED', undefined],
    ['taken back where it has not ended', [DISTRICT], voidEnd, 'UNIT.NOT_ENDED', undefined],
    [
      'taken back before that was decided',
      [DISTRICT, merged],
      { ...voidEnd, facts: { ...voidEnd.facts, occurredOn: '2022-06-19' } },
      'DAY.BEFORE_PREVIOUS',
      'occurredOn',
    ],
    ['merged after its split', [DISTRICT, divided], merge, 'UNIT.ALREADY_ENDED', undefined],
    [
      'merged before its last name begins',
      [DISTRICT, renamed],
      { ...merge, facts: { ...merger, from: '2022-06-30' } },
      'DAY.BEFORE_PREVIOUS',
      'from',
    ],
    ['split into one', [DISTRICT], { ...divide, facts: { ...split, into: ['luan-02'] } }, 'UNIT.SPLIT_INTO', 'into'],
    [
      'split into one twice',
      [DISTRICT],
      { ...divide, facts: { ...split, into: ['luan-02', 'luan-02'] } },
      'UNIT.SPLIT_INTO',
      'into',
    ],
    [
      'split into itself',
      [DISTRICT],
      { ...divide, facts: { ...split, into: ['luan-01', 'luan-02'] } },
      'UNIT.INTO_ITSELF',
      'into',
    ],
    ['given members unless it is a group', [DISTRICT], add, 'UNIT.NOT_A_GROUP', undefined],
    [
      'its own member',
      [GROUP],
      { ...add, facts: { ...joining, member: 'luan-01' } },
      'GROUP.MEMBER_OF_ITSELF',
      'member',
    ],
    ['given a member twice', [GROUP, joined], add, 'GROUP.ALREADY_MEMBER', 'member'],
    ['given a member back before it left', [GROUP, joined, left], add, 'DAY.BEFORE_PREVIOUS', 'occurredOn'],
    ['given a member in the future', [GROUP], { ...add, today: '2022-02-28' }, 'DAY.IN_FUTURE', 'occurredOn'],
    [
      'given a member after its end',
      [GROUP, merged],
      { ...add, facts: { ...joining, occurredOn: '2022-07-01' } },
      'UNIT.MERGED',
      'occurredOn',
    ],
    ['rid of a member that it never had', [GROUP], remove, 'GROUP.NOT_A_MEMBER', 'member'],
    [
      'rid of a member before it joined',
      [GROUP, joined],
      { ...remove, facts: { ...leaving, occurredOn: '2022-02-28' } },
      'DAY.BEFORE_PREVIOUS',
      'occurredOn',
    ],
    ['given the same person twice', [DISTRICT, appointed], appoint, 'POST.ALREADY_HELD', 'account'],
    ['rid of a person who left', [DISTRICT, appointed, relieved], relieve, 'POST.NOT_HELD', 'account'],
  ] as const)('is not %s', (_, history, command, refused, field) => {
    const refusal = field === undefined ? { refused } : { refused, field };
    expect(given(unitDecider, ...history).when(command as never)).toEqual(refusal);
  });
});
