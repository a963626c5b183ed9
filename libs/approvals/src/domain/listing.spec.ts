import { describe, expect, it } from '@jest/globals';
import { fold, given } from '#libs/eventsourcing';
import { type ApprovalCommand, type ApprovalRequest } from './approval.commands.js';
import { approvalDecider } from './approval.decider.js';
import { type ApprovalEvent, type ApprovalRequested } from './approval.events.js';
import { type ApprovalList, type ListedItem } from './approval-list.events.js';
import { outstandingOn } from './owed.js';

const today = '2022-09-30';
const materials = [
  { code: 'drawings', name: '施工图', deferrable: true },
  { code: 'funds', name: '资金证明', deferrable: true },
  { code: 'land', name: '用地文件' },
];
const permit: ListedItem = {
  kind: 'construction-permit',
  days: 'working',
  statutoryLimit: 7,
  promisedLimit: 3,
  byCommitment: true,
  materials,
};
const list: ApprovalList = { version: 2, from: '2022-01-01', items: [permit] };
const said = {
  projectId: 'project-1',
  unit: 'luan-01',
  kind: 'construction-permit',
  department: 'zhujian',
  occurredOn: '2022-03-01',
} as const;
const listed = { version: 2, materials, byCommitment: true };
const limits = { days: 'working', statutoryLimit: 7, promisedLimit: 3 } as const;
const requested: ApprovalRequested = { type: 'ApprovalRequested', data: { ...said, ...limits, listed, evidence: [] } };
const notByWord: ApprovalRequested = {
  type: 'ApprovalRequested',
  data: { ...said, ...limits, listed: { version: 2, materials }, evidence: [] },
};
const unlisted: ApprovalRequested = { type: 'ApprovalRequested', data: { ...said, ...limits, evidence: [] } };
const lacking: ApprovalEvent = {
  type: 'ApprovalAccepted',
  data: {
    missing: { papers: ['施工图', '资金证明'], items: ['drawings', 'funds'], by: '2022-03-20' },
    occurredOn: '2022-03-02',
  },
};
const promised: ApprovalEvent = {
  type: 'CommitmentAccepted',
  data: { conditions: ['达标排放'], items: ['land'], by: '2022-03-20', evidence: [], occurredOn: '2022-03-02' },
};
const supplied = (occurredOn: string, ...items: string[]): ApprovalEvent => ({
  type: 'ApprovalOwedSupplied',
  data: { ...(items.length > 0 && { items }), evidence: [], occurredOn },
});

type Body<Command> = Command extends ApprovalCommand ? Omit<Command, 'today'> : never;
const approval = (...history: ApprovalEvent[]) => ({
  when: (command: Body<ApprovalCommand>) => given(approvalDecider, ...history).when({ ...command, today }),
});
const request = (change: Partial<ApprovalRequest> = {}, of: ApprovalList | undefined = list) =>
  ({ kind: 'request', request: { ...said, ...change }, list: of }) as const;
const accept = (missing: { papers?: string[]; items?: string[] }): Body<ApprovalCommand> => ({
  kind: 'accept',
  missing: { by: '2022-03-20', ...missing },
  occurredOn: '2022-03-02',
});
const promise = (more: { items?: string[]; by?: string }): Body<ApprovalCommand> => ({
  kind: 'accept-commitment',
  conditions: ['达标排放'],
  occurredOn: '2022-03-02',
  ...more,
});
const supply = (occurredOn: string, items?: string[]) => ({ kind: 'supply-owed', items, occurredOn }) as const;

describe('an approval by the list of the day', () => {
  it('takes its limits and its papers from the list, and may be promised sooner', () => {
    expect(approval().when(request())).toEqual([requested]);
    expect(approval().when(request(limits))).toEqual([requested]);
    expect(approval().when(request({ promisedLimit: 1 }))).toMatchObject([{ data: { promisedLimit: 1 } }]);
    expect(approval().when({ kind: 'request', request: { ...said, ...limits } })).toEqual([unlisted]);
  });

  it.each<[string, Body<ApprovalCommand>, object]>([
    ['what is not on it', request({ kind: 'eia' }), { refused: 'APPROVAL.NOT_LISTED', field: 'kind' }],
    ['other days', request({ days: 'calendar' }), { refused: 'APPROVAL.LIMIT_NOT_LISTED', field: 'days' }],
    [
      'another limit',
      request({ statutoryLimit: 8 }),
      { refused: 'APPROVAL.LIMIT_NOT_LISTED', field: 'statutoryLimit' },
    ],
    [
      'a later promise',
      request({ promisedLimit: 4 }),
      { refused: 'APPROVAL.LIMIT_NOT_LISTED', field: 'promisedLimit' },
    ],
    [
      'without days where no list is in force',
      { kind: 'request', request: { ...said, statutoryLimit: 7 } },
      { refused: 'APPROVAL.LIMIT_UNSTATED', field: 'days' },
    ],
    [
      'without a limit where no list is in force',
      { kind: 'request', request: { ...said, days: 'working' } },
      { refused: 'APPROVAL.LIMIT_UNSTATED', field: 'statutoryLimit' },
    ],
  ])('is not requested with %s', (_, command, refusal) => {
    expect(approval().when(command)).toEqual(refusal);
  });

  it('is accepted without papers that may follow, or on the word of the enterprise', () => {
    expect(approval(requested).when(accept({ items: ['drawings', 'funds'] }))).toEqual([lacking]);
    expect(approval(requested).when(promise({ items: ['land'], by: '2022-03-20' }))).toEqual([promised]);
    expect(approval(requested).when(promise({}))).toMatchObject([{ data: { conditions: ['达标排放'] } }]);
  });

  const undeferrable = { refused: 'APPROVAL.MATERIAL_NOT_DEFERRABLE', field: 'missing.items.1' };
  it.each<[string, ApprovalEvent, Body<ApprovalCommand>, object]>([
    ['without what may not follow', requested, accept({ items: ['funds', 'land'] }), undeferrable],
    [
      'without what it does not require',
      requested,
      accept({ items: ['seal'] }),
      { refused: 'APPROVAL.MATERIAL_NOT_LISTED', field: 'missing.items.0' },
    ],
    [
      'without papers by name',
      requested,
      accept({ papers: ['施工图'] }),
      { refused: 'APPROVAL.LISTED_BY_CODE', field: 'missing.items' },
    ],
    [
      'without papers by name and by code',
      requested,
      accept({ papers: ['图'], items: ['funds'] }),
      { refused: 'APPROVAL.LISTED_BY_CODE', field: 'missing.papers' },
    ],
    [
      'without nothing',
      requested,
      accept({ items: [] }),
      { refused: 'APPROVAL.NOTHING_LISTED', field: 'missing.items' },
    ],
    [
      'by codes of no list',
      unlisted,
      accept({ items: ['funds'] }),
      { refused: 'APPROVAL.NO_LIST', field: 'missing.items' },
    ],
    ['on a word that the list does not take', notByWord, promise({}), { refused: 'APPROVAL.NO_COMMITMENT' }],
    [
      'on a word for no day',
      requested,
      promise({ items: ['land'] }),
      { refused: 'APPROVAL.PROMISE_UNDATED', field: 'by' },
    ],
    [
      'on a word for what it does not require',
      requested,
      promise({ items: ['seal'], by: '2022-03-20' }),
      { refused: 'APPROVAL.MATERIAL_NOT_LISTED', field: 'items.0' },
    ],
  ])('is not accepted %s', (_, first, command, refusal) => {
    expect(approval(first).when(command)).toEqual(refusal);
  });

  it('is owed paper by paper, until the last of them is in', () => {
    const half = [requested, lacking, supplied('2022-03-10', 'funds')];
    expect(approval(requested, lacking).when(supply('2022-03-10', ['funds']))).toEqual([
      supplied('2022-03-10', 'funds'),
    ]);
    const stillOwed = fold(approvalDecider, recorded(half))!.owed!;
    expect(stillOwed.suppliedOn).toBeUndefined();
    expect(outstandingOn(stillOwed, '2022-03-09')).toEqual(['施工图', '资金证明']);
    expect(outstandingOn(stillOwed, '2022-03-10')).toEqual(['施工图']);
    const grant = { kind: 'grant', number: 'SG-1', occurredOn: '2022-03-12' } as const;
    expect(approval(...half).when(grant)).toMatchObject({ refused: 'APPROVAL.PAPERS_MISSING' });
    const all = [...half, supplied('2022-03-08', 'drawings')];
    const { owed } = fold(approvalDecider, recorded(all))!;
    expect(owed?.suppliedOn).toBe('2022-03-10');
    expect(outstandingOn(owed!, '2022-03-10')).toEqual([]);
    expect(approval(...all).when(grant)).toMatchObject([{ type: 'ApprovalGranted' }]);
    expect(approval(...all).when(supply('2022-03-11', ['drawings']))).toEqual({ refused: 'APPROVAL.NOTHING_OWED' });
  });

  it('is owed the conditions too until all is said to be there', () => {
    const half = [requested, promised, supplied('2022-03-10', 'land')];
    expect(outstandingOn(fold(approvalDecider, recorded(half))!.owed!, '2022-03-10')).toEqual(['达标排放']);
    const all = [...half, supplied('2022-03-11')];
    expect(outstandingOn(fold(approvalDecider, recorded(all))!.owed!, '2022-03-11')).toEqual([]);
  });

  it.each([
    [['land'], 0],
    [['funds', 'funds'], 1],
  ])('is not supplied with %j', (items, at) => {
    const refusal = { refused: 'APPROVAL.NOT_OWED', field: `items.${at}` };
    expect(approval(requested, lacking).when(supply('2022-03-10', items))).toEqual(refusal);
  });
});

const recorded = (events: readonly ApprovalEvent[]) =>
  events.map((event, index) => ({ ...event, id: `event-${index}` }));
