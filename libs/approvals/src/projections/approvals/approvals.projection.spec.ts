import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calendarStream } from '#libs/calendar';
import { projectStream, projectSummaryProjection } from '#libs/projects';
import { unitDirectoryProjection } from '#libs/units';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { type ApprovalEvent, approvalId, approvalStream } from '../../domain/approval.events.js';
import { type ApprovalKind } from '../../domain/approval.kinds.js';
import { constructionPermits } from '../../queries/construction-permit/construction-permit.query.js';
import { type ApprovalsQuestion, listApprovals } from '../../queries/list-approvals/list-approvals.query.js';
import { approvalsProjection } from './approvals.projection.js';

const log = new Log();
const PROJECT = '7c0e7a5e-5d0f-4d6a-9e5e-000000000001';
const PERMIT = approvalId(PROJECT, 'construction-permit');
const EIA = approvalId(PROJECT, 'eia');

const step = (id: string, type: ApprovalEvent['type'], occurredOn: string, more: object = {}) =>
  log.append(approvalStream(id), { type, data: { ...more, occurredOn } });
const request = (id: string, kind: ApprovalKind, occurredOn: string, more: object = {}) =>
  step(id, 'ApprovalRequested', occurredOn, {
    projectId: PROJECT,
    unit: 'd1',
    kind,
    department: 'zhujian',
    days: 'working',
    statutoryLimit: 5,
    evidence: [],
    ...more,
  });

log.append(projectStream(PROJECT), {
  type: 'ProjectOpened',
  data: { name: '新材料项目', unit: 'd1', occurredOn: '2022-01-05' },
});
request(PERMIT, 'construction-permit', '2022-09-01', { promisedLimit: 3, jointCase: '并联-1' });
step(PERMIT, 'ApprovalSupplementAsked', '2022-09-02', { papers: ['图纸'] });
step(PERMIT, 'ApprovalSupplementSupplied', '2022-09-06', { evidence: [] });
step(PERMIT, 'ApprovalAccepted', '2022-09-28');
const beforeCalendar = log.end;
// The first week of October 2022 was off; the weekend after it was worked.
log.append(calendarStream(2022), {
  type: 'CalendarPublished',
  data: {
    year: 2022,
    holidays: ['2022-10-03', '2022-10-04', '2022-10-05', '2022-10-06', '2022-10-07'],
    workdays: ['2022-10-08', '2022-10-09'],
    occurredOn: '2021-10-25',
  },
});
const beforeHearing = log.end;
request(EIA, 'eia', '2022-09-05', { department: 'shengtai', days: 'calendar' });
step(EIA, 'ApprovalWithdrawn', '2022-09-07', { reason: '方案调整' });
request(EIA, 'eia', '2022-09-20', { department: 'shengtai', days: 'calendar' });
step(EIA, 'ApprovalAccepted', '2022-09-21', { missing: { papers: ['公众参与说明'], by: '2022-09-26' } });
step(PERMIT, 'ApprovalClockExcluded', '2022-09-29', { cause: 'hearing', from: '2022-09-29', until: '2022-09-30' });
const beforeHandover = log.end;
log.append(projectStream(PROJECT), {
  type: 'HandedOver',
  data: { fromUnit: 'd1', toUnit: 'd2', phase: 'construction', occurredOn: '2022-10-01' },
});
const granted = step(PERMIT, 'ApprovalGranted', '2022-10-20', { number: 'SG-1', evidence: [], grade: 'claimed' });
step(PERMIT, 'ApprovalRevoked', '2023-02-01', { reason: '逾期未开工', evidence: [] });
log.append(projectStream(PROJECT), {
  type: 'CreditShared',
  data: {
    shares: [
      { unit: 'd2', share: '0.5' },
      { unit: 'd5', share: '0.5' },
    ],
    from: '2022-02-01',
    occurredOn: '2022-02-01',
  },
});
log.append(approvalStream(approvalId(PROJECT, 'other')), { type: 'ApprovalGranted', data: { number: 'x' } });

describe.each([[1], [3], [100]])('approvals (batches of %d)', (size) => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection, projectSummaryProjection, approvalsProjection);
    await models.feed(log.events, [size]);
  });
  afterAll(() => models.drop());

  const list = async (question: Partial<ApprovalsQuestion>) =>
    (await listApprovals(models.sql, { limit: 100, on: '2022-10-14', asOf: log.end, ...question })).rows;
  const permit = async (question: Partial<ApprovalsQuestion>) =>
    (await list({ kind: 'construction-permit', ...question }))[0];

  it('are due by the working days that were known', async () => {
    expect((await permit({ on: '2022-09-30', asOf: beforeCalendar }))?.limit).toMatchObject({
      dueOn: '2022-10-03',
      statutoryDueOn: '2022-10-05',
      used: 2,
      remaining: 1,
      weekendsOnlyIn: [2022],
    });
    expect((await permit({ on: '2022-09-30', asOf: beforeHearing }))?.limit).toMatchObject({
      dueOn: '2022-10-08',
      statutoryDueOn: '2022-10-10',
      used: 2,
      weekendsOnlyIn: [],
    });
    expect((await permit({ on: '2022-09-30' }))?.limit).toMatchObject({ dueOn: '2022-10-10', used: 0, remaining: 3 });
  });

  it('are overdue on a day, until they are decided', async () => {
    expect(await permit({ on: '2022-10-10' })).toMatchObject({ overdue: false, limit: { daysOverdue: 0 } });
    expect(await permit({ on: '2022-10-14' })).toMatchObject({
      status: 'accepted',
      overdue: true,
      holder: 'department',
      limit: { used: 7, remaining: -4, daysOverdue: 4 },
      heldDays: { enterprise: 4, excluded: 2 },
    });
    const decided = await permit({ on: '2022-12-31' });
    expect(decided).toMatchObject({ status: 'granted', number: 'SG-1', overdue: false, limit: { daysOverdue: 10 } });
    expect(decided?.holder).toBeUndefined();
  });

  it('are found by what became of them on the day', async () => {
    const kinds = async (question: Partial<ApprovalsQuestion>) => (await list(question)).map(({ kind }) => kind);
    expect(await kinds({ filter: 'overdue' })).toEqual(['eia', 'construction-permit']);
    expect(await kinds({ filter: 'overdue', department: 'zhujian' })).toEqual(['construction-permit']);
    expect(await kinds({ filter: 'pending', on: '2022-09-04' })).toEqual(['construction-permit']);
    expect(await kinds({ filter: 'granted', on: '2022-10-20' })).toEqual(['construction-permit']);
    expect(await kinds({ filter: 'granted', on: '2022-10-19' })).toEqual([]);
    expect(await kinds({ filter: 'granted', on: '2023-02-01' })).toEqual([]);
    expect(await kinds({ jointCase: '并联-1' })).toEqual(['construction-permit']);
    expect(await kinds({ on: '2022-08-31' })).toEqual([]);
  });

  it('keep every attempt, and say what is owed', async () => {
    const [second, first] = await list({ kind: 'eia' });
    expect(first).toMatchObject({ attempt: 1, status: 'withdrawn', decidedOn: '2022-09-07' });
    expect(second).toMatchObject({
      attempt: 2,
      status: 'accepted',
      // Five days end on Monday 09-26.
      limit: { days: 'calendar', dueOn: '2022-09-26' },
      owed: { kind: 'papers', items: ['公众参与说明'], by: '2022-09-26', overdue: true },
    });
    expect((await list({ kind: 'eia', on: '2022-09-26' }))[0]?.owed).toMatchObject({ overdue: false });
  });

  it('go with their project to the unit that answers for it, and are seen by those whom they concern', async () => {
    const count = async (visibleUnit: string, asOf = log.end) => (await list({ visibleUnit, asOf })).length;
    // Whoever reads the project now reads what was known of it before, too.
    expect([await count('d1', beforeHandover), await count('d2', beforeHandover)]).toEqual([3, 3]);
    // The first unit stays the place.
    expect([await count('d1'), await count('d2')]).toEqual([3, 3]);
    // Whoever shares in the project's credit reads along.
    expect([await count('d5'), await count('d6')]).toEqual([3, 0]);
    expect(await list({ unit: 'd1' })).toEqual([]);
    expect([await count('zhujian'), await count('shengtai'), await count('elsewhere')]).toEqual([1, 2, 0]);
    expect((await list({ unit: 'd2' })).map(({ project }) => project.name)).toEqual(Array(3).fill('新材料项目'));
  });

  it('come in pages', async () => {
    const question = { limit: 2, on: '2022-10-14', asOf: log.end };
    const first = await listApprovals(models.sql, question);
    const second = await listApprovals(models.sql, { ...question, cursor: first.next });
    expect([...first.rows, ...second.rows].map(({ kind, attempt }) => `${kind} ${attempt}`)).toEqual([
      'eia 2',
      'eia 1',
      'construction-permit 1',
    ]);
    expect(second).not.toHaveProperty('next');
  });

  it('tell the construction permit in force', async () => {
    const permits = (on: string, asOf = log.end) => constructionPermits(models.sql, PROJECT, { on, asOf });
    expect(await permits('2022-10-20')).toEqual([
      { approvalId: PERMIT, number: 'SG-1', grantedOn: '2022-10-20', eventId: granted.id },
    ]);
    expect(await permits('2022-10-19')).toEqual([]);
    expect(await permits('2023-02-01')).toEqual([]);
    expect(await permits('2022-10-20', beforeHandover)).toEqual([]);
  });
});

describe('the rows of approvals', () => {
  it('are the same however the log is cut', async () => {
    const models = await openReadModels(approvalsProjection);
    const dumps = [];
    for (const sizes of [[1], [2, 5], [7], [100]]) {
      await models.clear();
      await models.feed(log.events, sizes);
      dumps.push(await models.dump());
    }
    await models.drop();
    for (const dump of dumps) expect(dump).toEqual(dumps[0]);
    expect(Object.values(dumps[0] ?? {}).map((rows) => rows.length)).not.toContain(0);
  });
});
