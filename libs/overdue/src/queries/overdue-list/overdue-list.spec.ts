import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApprovalKind, approvalId, approvalStream, approvalsProjection } from '#libs/approvals';
import { milestonesProjection, planStream } from '#libs/plans';
import { projectStream, projectSummaryProjection } from '#libs/projects';
import { stewardRegisterProjection, stewardshipStream } from '#libs/stewardships';
import { unitDirectoryProjection } from '#libs/units';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { type OverdueQuestion, overdueList } from './overdue-list.query.js';

const log = new Log();
const FACTORY = '7c0e7a5e-5d0f-4d6a-9e5e-000000000001';
const TERMINATED = '7c0e7a5e-5d0f-4d6a-9e5e-000000000002';
const PROOF = { evidence: [], grade: 'claimed' };

const project = (id: string, type: string, occurredOn: string, more: object = {}) =>
  log.append(projectStream(id), { type, data: { ...more, occurredOn } });
const approve = (kind: ApprovalKind, type: string, occurredOn: string, more: object = {}) =>
  log.append(approvalStream(approvalId(FACTORY, kind)), { type, data: { ...more, occurredOn } });
const request = (kind: ApprovalKind, occurredOn: string, more: object = {}) =>
  approve(kind, 'ApprovalRequested', occurredOn, {
    projectId: FACTORY,
    unit: 'd1',
    kind,
    department: 'zhujian',
    days: 'working',
    statutoryLimit: 5,
    evidence: [],
    ...more,
  });
const contract = { ...PROOF, totalInvestment: '9000', fixedAssetInvestment: '8000' };

project(FACTORY, 'ProjectOpened', '2022-01-05', { name: '新材料项目', unit: 'd1' });
project(FACTORY, 'ContractSigned', '2022-01-20', {
  ...contract,
  registerBy: '2022-03-01',
  startBy: '2022-04-15',
  completeBy: '2022-12-31',
});
log.append(planStream(FACTORY), {
  type: 'PlanBaselined',
  data: {
    projectId: FACTORY,
    unit: 'd1',
    milestones: [
      { code: 'start', name: '开工', plannedOn: '2022-04-30', order: 1 },
      { code: 'roof', name: '主体封顶', plannedOn: '2022-05-31', order: 2 },
    ],
    occurredOn: '2022-01-25',
  },
});
// Accepted on Tuesday 03-01: five working days end on Tuesday 03-08.
request('construction-permit', '2022-03-01');
approve('construction-permit', 'ApprovalAccepted', '2022-03-01', {
  missing: { papers: ['图纸', '合同'], by: '2022-03-04' },
});
request('letter', '2022-03-01', { paper: '前期工作函', promisedLimit: 1 });
approve('letter', 'ApprovalAccepted', '2022-03-01');
project(FACTORY, 'EnterpriseRegistered', '2022-03-11', { ...PROOF, enterprise: '企业' });
const beforeDecisions = log.end;
approve('construction-permit', 'ApprovalOwedSupplied', '2022-03-09', { evidence: [] });
approve('construction-permit', 'ApprovalGranted', '2022-03-14', { ...PROOF, number: 'SG-1' });
project(FACTORY, 'ConstructionStarted', '2022-05-10', PROOF);
project(TERMINATED, 'ProjectOpened', '2022-01-05', { name: '终止项目', unit: 'd2', localUnit: 'd3' });
project(TERMINATED, 'ContractSigned', '2022-01-20', { ...contract, startBy: '2022-03-01' });
project(TERMINATED, 'ContractTerminated', '2022-06-01', { reason: '协商一致', by: 'both', evidence: [] });

const steward = (id: string, type: string, occurredOn: string, more: object) =>
  log.append(stewardshipStream(id), { type, data: { ...more, occurredOn } });
const leads = (account: string) => ({ unit: 'd4', account, duty: '市领导', purpose: 'guarantee' });
const six = { matter: '用工', target: '300 人', unit: 'd5', requirement: '周调度', due: '2021-06-30' };
const MAKER = { kind: 'enterprise', code: '91350100M000100Y43', name: '某某光伏' };
steward('maker', 'StewardAttached', '2021-01-05', { ...MAKER, ...leads('account-1') });
const wanted = steward('maker', 'StewardTaskFixed', '2021-02-01', { ...six, leader: 'account-1' });
const beforeSuccessor = log.end;
steward('maker', 'StewardDetached', '2021-07-05', { account: 'account-1' });
steward('maker', 'StewardAttached', '2021-07-05', { ...MAKER, ...leads('account-2') });
const carried = { ...six, leader: 'account-2', carries: wanted.id };
const carrying = steward('maker', 'StewardTaskFixed', '2021-07-05', carried);
const done = { taskEventId: carrying.id, result: '招满', evidence: [] };
const doing = steward('maker', 'StewardTaskDone', '2021-07-20', done);
const beforeVoid = log.end;
steward('maker', 'StewardFactVoided', '2021-08-01', { eventId: doing.id, finding: '未招满' });
steward('maker', 'StewardedRenamed', '2021-08-02', { name: '某某光电', reason: '笔误' });
steward('maker', 'StewardTaskDone', '2021-08-10', done);
steward('zone', 'StewardAttached', '2021-01-05', { kind: 'park', code: 'zone', ...leads('account-3') });
const left = steward('zone', 'StewardTaskFixed', '2021-02-01', { ...six, leader: 'account-3', due: '2021-09-30' });
steward('zone', 'StewardDetached', '2021-10-05', { account: 'account-3' });
const afterLeaving = log.end;
steward('zone', 'StewardTaskDone', '2021-10-10', { ...done, taskEventId: left.id });

describe.each([[1], [100]])('the overdue list (batches of %d)', (size) => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(
      unitDirectoryProjection,
      projectSummaryProjection,
      approvalsProjection,
      milestonesProjection,
      stewardRegisterProjection,
    );
    await models.feed(log.events, [size]);
  });
  afterAll(() => models.drop());

  const list = (question: Partial<OverdueQuestion>) =>
    overdueList(models.sql, { on: '2022-03-12', asOf: log.end, present: true, limit: 100, ...question });
  const lines = async (question: Partial<OverdueQuestion>) =>
    (await list(question)).rows.map(({ kind, code, daysOverdue }) => `${kind} ${code} ${daysOverdue}`);

  it('holds what was past due and not done at the end of the day, longest first', async () => {
    expect(await lines({ on: '2022-03-01' })).toEqual([]);
    expect(await lines({ on: '2022-03-02' })).toEqual(['contract registration 1', 'contract start 1']);
    expect(await lines({ on: '2022-03-08' })).toEqual([
      'contract registration 7',
      'contract start 7',
      'approval letter 6',
      'approval-papers construction-permit 4',
    ]);
    expect(await lines({ on: '2022-03-12' })).toEqual([
      'contract start 11',
      'approval letter 10',
      'approval construction-permit 4',
    ]);
    expect(await lines({ on: '2022-05-09', project: FACTORY, kind: 'contract' })).toEqual(['contract start 24']);
    expect(await lines({ on: '2022-05-10', project: FACTORY, kind: 'contract' })).toEqual([]);
    expect(await lines({ on: '2022-06-30', kind: 'plan' })).toEqual(['plan roof 30']);
  });

  it('waits for nothing once the contract has ended', async () => {
    expect(await lines({ on: '2022-05-31', unit: 'd2' })).toEqual(['contract start 91']);
    expect(await lines({ on: '2022-06-01', unit: 'd2' })).toEqual([]);
  });

  it('names who has to act, by when, and where to look', async () => {
    const { rows } = await list({ kind: 'approval' });
    expect(rows).toEqual([
      {
        kind: 'approval',
        code: 'letter',
        name: '函（四函之一）：前期工作函',
        project: { id: FACTORY, name: '新材料项目' },
        unit: { code: 'd1', name: 'd1' },
        holder: { code: 'zhujian', name: 'zhujian' },
        dueOn: '2022-03-02',
        daysOverdue: 10,
        link: `/v1/projects/${FACTORY}`,
        approvalId: approvalId(FACTORY, 'letter'),
      },
      expect.objectContaining({ name: '施工许可', dueOn: '2022-03-08' }),
    ]);
    expect((await list({ unit: 'd2' })).rows).toMatchObject([{ name: '开工', holder: { code: 'd2' } }]);
  });

  it('names each paper that is owed, and no other line has any', async () => {
    const outstanding = async (question: Partial<OverdueQuestion>) =>
      (await list(question)).rows.flatMap((row) => ('outstanding' in row ? [[row.kind, row.outstanding]] : []));
    const owed = [['approval-papers', ['图纸', '合同']]];
    expect(await outstanding({ on: '2022-03-08' })).toEqual(owed);
    expect(await outstanding({ on: '2022-05-20' })).toEqual([]);
    expect(await outstanding({ on: '2022-05-20', asOf: beforeDecisions, present: false })).toEqual(owed);
  });

  it('shows each unit what it answers for, is the place of, or has to act on', async () => {
    const count = async (visibleUnit: string) => (await list({ visibleUnit })).rows.length;
    expect([await count('d1'), await count('d2'), await count('d3')]).toEqual([2, 1, 1]);
    expect([await count('zhujian'), await count('elsewhere')]).toEqual([2, 0]);
    expect(await lines({ holder: 'zhujian', visibleUnit: 'd1' })).toHaveLength(2);
  });

  it('is what was known at a seq', async () => {
    const known = { asOf: beforeDecisions, present: false };
    expect(await lines({ on: '2022-05-20', ...known })).toEqual([
      'approval letter 79',
      'approval-papers construction-permit 77',
      'approval construction-permit 73',
      'contract start 35',
      'plan start 20',
    ]);
    expect(await lines({ on: '2022-05-20', present: false })).toEqual(await lines({ on: '2022-05-20' }));
  });

  it('holds 六定 of stewards from the day after they were due until they are done, whoever leads, and if nobody does', async () => {
    const tasks = async (on: string, question: Partial<OverdueQuestion> = {}) =>
      (await list({ on, kind: 'stewardship', ...question })).rows;
    const days = async (asOf = log.end) => {
      const found = [];
      for (const on of ['2021-06-30', '2021-07-01', '2021-07-05', '2021-07-20', '2021-08-09', '2021-08-10'])
        found.push((await tasks(on, { asOf, present: asOf === log.end })).map(({ daysOverdue }) => daysOverdue));
      return found;
    };
    expect(await days()).toEqual([[], [1], [5], [20], [40], []]);
    expect(await days(beforeVoid)).toEqual([[], [1], [5], [], [], []]);
    expect(await days(beforeSuccessor)).toEqual([[], [1], [5], [20], [40], [41]]);
    expect(await tasks('2021-07-20')).toEqual([
      {
        kind: 'stewardship',
        code: 'task',
        name: '用工',
        stewarded: { stewardship: 'maker', kind: 'enterprise', code: MAKER.code, name: '某某光电' },
        unit: { code: 'd4', name: 'd4' },
        holder: { code: 'd5', name: 'd5' },
        dueOn: '2021-06-30',
        daysOverdue: 20,
        link: '/v1/stewardships/maker',
      },
    ]);
    const seenBy = async (visibleUnit: string) => (await tasks('2021-07-20', { visibleUnit })).length;
    expect([await seenBy('d4'), await seenBy('d5'), await seenBy('d1')]).toEqual([1, 1, 0]);
    expect(await tasks('2021-07-20', { project: FACTORY })).toEqual([]);
    expect([await tasks('2021-10-04'), await tasks('2021-10-09'), await tasks('2021-10-10')]).toMatchObject([
      [{ daysOverdue: 4, holder: { code: 'd5' } }],
      [{ daysOverdue: 9, holder: { code: 'd5' } }],
      [],
    ]);
    expect(await tasks('2021-10-10', { asOf: afterLeaving, present: false })).toMatchObject([{ daysOverdue: 10 }]);
  });

  it('comes in pages', async () => {
    const all = await list({ on: '2022-03-08' });
    const paged = [];
    for (let cursor: string | undefined; ;) {
      const { rows, next } = await list({ on: '2022-03-08', limit: 1, cursor });
      paged.push(...rows);
      cursor = next;
      if (cursor === undefined) break;
    }
    expect(paged).toEqual(all.rows);
  });
});
