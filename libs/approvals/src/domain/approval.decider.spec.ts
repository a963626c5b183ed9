import { describe, expect, it } from '@jest/globals';
import { fold, given } from '#libs/eventsourcing';
import { type ApprovalCommand, type ApprovalRequest } from './approval.commands.js';
import { approvalDecider } from './approval.decider.js';
import { type ApprovalEvent, approvalId } from './approval.events.js';

const today = '2022-09-30';
const terms = {
  projectId: 'project-1',
  unit: 'luan-01',
  kind: 'construction-permit',
  department: 'zhujian',
  days: 'working',
  statutoryLimit: 7,
  promisedLimit: 3,
  occurredOn: '2022-03-01',
} as const satisfies ApprovalRequest;
const requested: ApprovalEvent = { type: 'ApprovalRequested', data: { ...terms, evidence: [] } };
const asked: ApprovalEvent = {
  type: 'ApprovalSupplementAsked',
  data: { papers: ['施工图审查合格书'], occurredOn: '2022-03-02' },
};
const accepted: ApprovalEvent = { type: 'ApprovalAccepted', data: { occurredOn: '2022-03-04' } };
const lacking: ApprovalEvent = {
  type: 'ApprovalAccepted',
  data: { missing: { papers: ['资金证明'], by: '2022-03-20' }, occurredOn: '2022-03-04' },
};
const hearing: ApprovalEvent = {
  type: 'ApprovalClockExcluded',
  data: { cause: 'hearing', from: '2022-03-07', until: '2022-03-09', occurredOn: '2022-03-07' },
};
const granted: ApprovalEvent = {
  type: 'ApprovalGranted',
  data: { number: 'SG-1', evidence: [], grade: 'claimed', occurredOn: '2022-03-10' },
};
const revoked: ApprovalEvent = {
  type: 'ApprovalRevoked',
  data: { reason: '逾期未开工', evidence: [], occurredOn: '2022-07-01' },
};

type Body<Command> = Command extends ApprovalCommand ? Omit<Command, 'today'> : never;
const approval = (...history: ApprovalEvent[]) => ({
  when: (command: Body<ApprovalCommand>) => given(approvalDecider, ...history).when({ ...command, today }),
});
const request = (change: object = {}) => ({ kind: 'request', request: { ...terms, ...change } }) as const;
const on = (occurredOn: string) => ({ occurredOn });
const wrongStatus = { refused: 'APPROVAL.WRONG_STATUS' };

describe('an approval', () => {
  it('is requested, supplemented, accepted and granted', () => {
    expect(approval().when(request())).toEqual([requested]);
    expect(
      approval(requested).when({ kind: 'ask-supplement', papers: ['施工图审查合格书'], ...on('2022-03-02') }),
    ).toEqual([asked]);
    expect(approval(requested, asked).when({ kind: 'supply-supplement', ...on('2022-03-03') })).toEqual([
      { type: 'ApprovalSupplementSupplied', data: { evidence: [], occurredOn: '2022-03-03' } },
    ]);
    expect(approval(requested).when({ kind: 'accept', ...on('2022-03-04') })).toEqual([accepted]);
    expect(approval(requested, accepted).when({ kind: 'grant', number: 'SG-1', ...on('2022-03-10') })).toEqual([
      granted,
    ]);
  });

  it('can be refused or withdrawn until it is decided, and then requested anew', () => {
    const withdraw = { kind: 'withdraw', reason: '方案调整', ...on('2022-03-05') } as const;
    const withdrawn: ApprovalEvent = {
      type: 'ApprovalWithdrawn',
      data: { reason: '方案调整', occurredOn: '2022-03-05' },
    };
    for (const history of [[requested], [requested, asked], [requested, accepted]]) {
      expect(approval(...history).when(withdraw)).toEqual([withdrawn]);
      expect(approval(...history).when({ kind: 'refuse', reason: '不符合规划', ...on('2022-03-05') })).toMatchObject([
        { type: 'ApprovalRefused', data: { reason: '不符合规划' } },
      ]);
    }
    expect(approval(requested, withdrawn).when(request(on('2022-04-01')))).toMatchObject([
      { type: 'ApprovalRequested' },
    ]);
    expect(approval(requested, withdrawn).when(request())).toEqual({
      refused: 'DAY.BEFORE_PREVIOUS',
      field: 'occurredOn',
    });
  });

  it('is not granted before it is requested or accepted, nor twice', () => {
    const grant = { kind: 'grant', number: 'SG-1', ...on('2022-03-10') } as const;
    expect(approval().when(grant)).toEqual({ refused: 'APPROVAL.UNKNOWN' });
    expect(approval(requested).when(grant)).toEqual(wrongStatus);
    expect(approval(requested, asked).when(grant)).toEqual(wrongStatus);
    expect(approval(requested, accepted, granted).when(grant)).toEqual(wrongStatus);
  });

  it('stands alone: no second one of its kind while it is pending or in force', () => {
    const again = request(on('2022-08-01'));
    expect(approval(requested).when(again)).toEqual({ refused: 'APPROVAL.ALREADY_REQUESTED', field: 'kind' });
    expect(approval(requested, accepted, granted).when(again)).toEqual({
      refused: 'APPROVAL.ALREADY_GRANTED',
      field: 'kind',
    });
    expect(approval(requested, accepted, granted, revoked).when(again)).toMatchObject([{ type: 'ApprovalRequested' }]);
    expect(approvalId('p', 'letter', '前期工作函')).not.toBe(approvalId('p', 'letter', '设计方案审查意见函'));
    expect(approvalId('p', 'eia')).toBe(approvalId('p', 'eia'));
  });

  it.each<[string, object, object]>([
    [
      'from the unit that answers for the project',
      { department: 'luan-01' },
      { refused: 'APPROVAL.OWN_DEPARTMENT', field: 'department' },
    ],
    [
      'with a promise beyond the law',
      { promisedLimit: 8 },
      { refused: 'APPROVAL.PROMISE_EXCEEDS_LIMIT', field: 'promisedLimit' },
    ],
    ['of a letter without its name', { kind: 'letter' }, { refused: 'APPROVAL.PAPER_UNNAMED', field: 'paper' }],
    ['in the future', on('2022-10-01'), { refused: 'DAY.IN_FUTURE', field: 'occurredOn' }],
  ])('is not requested %s', (_, change, refusal) => {
    expect(approval().when(request(change))).toEqual(refusal);
  });

  it('takes its steps in the order of their days, and none in the future', () => {
    const accept = (day: string) => approval(requested, asked).when({ kind: 'supply-supplement', ...on(day) });
    expect(accept('2022-03-01')).toEqual({ refused: 'DAY.BEFORE_PREVIOUS', field: 'occurredOn' });
    expect(accept('2022-10-01')).toEqual({ refused: 'DAY.IN_FUTURE', field: 'occurredOn' });
  });

  it('asks for supplements before acceptance only', () => {
    const ask = { kind: 'ask-supplement' as const, papers: ['图纸'], ...on('2022-03-08') };
    expect(approval(requested, accepted).when(ask)).toEqual(wrongStatus);
    expect(approval(requested, asked).when({ kind: 'accept', ...on('2022-03-08') })).toEqual(wrongStatus);
  });
});

describe('time that does not count', () => {
  const exclude = (from: string, until: string) =>
    ({ kind: 'exclude-days', exclusion: { cause: 'hearing', from, until } }) as const;

  it('is taken out once the approval is accepted', () => {
    expect(approval(requested, accepted).when(exclude('2022-03-07', '2022-03-09'))).toEqual([hearing]);
    expect(approval(requested).when(exclude('2022-03-07', '2022-03-09'))).toEqual(wrongStatus);
  });

  it.each([
    ['before acceptance', '2022-03-03', '2022-03-09', 'DAY.BEFORE_PREVIOUS', 'from'],
    ['backwards', '2022-03-12', '2022-03-11', 'DAY.BEFORE_PREVIOUS', 'until'],
    ['from a day to come', '2022-10-01', '2022-10-02', 'DAY.IN_FUTURE', 'from'],
    ['for more than a year', '2022-03-12', '2023-03-13', 'APPROVAL.EXCLUSION_TOO_LONG', 'until'],
    ['twice', '2022-03-09', '2022-03-12', 'APPROVAL.EXCLUSION_OVERLAPS', 'from'],
  ])('is not taken out %s', (_, from, until, refused, field) => {
    expect(approval(requested, accepted, hearing).when(exclude(from, until))).toEqual({ refused, field });
  });

  it('of another cause is left alone when one ends early', () => {
    const test: ApprovalEvent = {
      type: 'ApprovalClockExcluded',
      data: { cause: 'test', from: '2022-03-14', until: '2022-03-16', occurredOn: '2022-03-14' },
    };
    const resumed: ApprovalEvent = { type: 'ApprovalClockResumed', data: on('2022-03-15') };
    const history = [requested, accepted, hearing, test, resumed].map((event, index) => ({ ...event, id: `${index}` }));
    expect(fold(approvalDecider, history)?.exclusions).toEqual([
      { cause: 'hearing', from: '2022-03-07', until: '2022-03-09' },
      { cause: 'test', from: '2022-03-14', until: '2022-03-14' },
    ]);
  });

  it('ends early when the clock is resumed', () => {
    const resume = (day: string) => approval(requested, accepted, hearing).when({ kind: 'resume-clock', ...on(day) });
    expect(resume('2022-03-08')).toEqual([{ type: 'ApprovalClockResumed', data: on('2022-03-08') }]);
    expect(resume('2022-03-10')).toEqual({ refused: 'APPROVAL.CLOCK_RUNS', field: 'occurredOn' });
  });
});

describe('what is owed after acceptance', () => {
  const grant = { kind: 'grant', number: 'SG-1', ...on('2022-03-10') } as const;
  const supply = { kind: 'supply-owed', ...on('2022-03-08') } as const;
  const supplied: ApprovalEvent = { type: 'ApprovalOwedSupplied', data: { evidence: [], occurredOn: '2022-03-08' } };

  it('holds the decision up when it is missing papers (容缺)', () => {
    const missing = { papers: ['资金证明'], by: '2022-03-20' };
    expect(approval(requested).when({ kind: 'accept', missing, ...on('2022-03-04') })).toEqual([lacking]);
    expect(approval(requested, lacking).when(grant)).toEqual({ refused: 'APPROVAL.PAPERS_MISSING' });
    expect(approval(requested, lacking).when(supply)).toEqual([supplied]);
    expect(approval(requested, lacking, supplied).when(grant)).toEqual([granted]);
    expect(approval(requested, lacking, supplied).when(supply)).toEqual({ refused: 'APPROVAL.NOTHING_OWED' });
    const late = { papers: ['资金证明'], by: '2022-03-03' };
    expect(approval(requested).when({ kind: 'accept', missing: late, ...on('2022-03-04') })).toEqual({
      refused: 'DAY.BEFORE_PREVIOUS',
      field: 'missing.by',
    });
  });

  it('may follow the decision when it is a commitment (告知承诺)', () => {
    const commit = {
      kind: 'accept-commitment' as const,
      conditions: ['达到能耗标准'],
      by: '2022-06-01',
      ...on('2022-03-04'),
    };
    const [committed] = approval(requested).when(commit) as ApprovalEvent[];
    expect(committed).toMatchObject({ type: 'CommitmentAccepted', data: { conditions: ['达到能耗标准'] } });
    expect(approval(requested, committed!).when(grant)).toEqual([granted]);
    expect(approval(requested, committed!, granted).when({ ...supply, ...on('2022-05-01') })).toMatchObject([
      { type: 'ApprovalOwedSupplied' },
    ]);
    expect(approval(requested, accepted).when(supply)).toEqual({ refused: 'APPROVAL.NOTHING_OWED' });
  });
});
