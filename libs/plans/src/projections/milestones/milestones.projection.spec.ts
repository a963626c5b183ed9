import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { approvalId, approvalStream } from '#libs/approvals';
import { projectStream, projectSummaryProjection } from '#libs/projects';
import { unitDirectoryProjection } from '#libs/units';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { planStream } from '../../domain/plan.events.js';
import { projectPlan } from '../../queries/project-plan/project-plan.query.js';
import { milestonesProjection } from './milestones.projection.js';

const log = new Log();
const PROJECT = '7c0e7a5e-5d0f-4d6a-9e5e-000000000001';
const OTHER = '7c0e7a5e-5d0f-4d6a-9e5e-000000000002';
const FAKE = '7c0e7a5e-5d0f-4d6a-9e5e-000000000003';
const PERMIT = approvalId(PROJECT, 'construction-permit');
const PROOF = { evidence: [], grade: 'claimed' };

const project = (id: string, type: string, occurredOn: string, more: object = {}) =>
  log.append(projectStream(id), { type, data: { ...more, occurredOn } });
const plan = (id: string, type: string, occurredOn: string, more: object = {}) =>
  log.append(planStream(id), { type, data: { ...more, occurredOn } });
const permit = (type: string, occurredOn: string, more: object = {}) =>
  log.append(approvalStream(PERMIT), { type, data: { ...more, occurredOn } });
const year = (id: string, startMonth: string | undefined, unit = 'd1') =>
  plan(id, 'AnnualPlanSet', '2022-01-10', { projectId: id, unit, year: 2022, investment: '5000', startMonth });

const node = (code: string, plannedOn: string, order: number, weight: number) => ({
  code,
  name: code,
  plannedOn,
  order,
  weight,
});
const baseline = [
  node('permit', '2022-03-31', 1, 1),
  node('start', '2022-04-30', 2, 2),
  node('roof', '2022-08-31', 3, 3),
  node('completion', '2022-12-31', 4, 4),
];

project(PROJECT, 'ProjectOpened', '2022-01-05', { name: '新材料项目', unit: 'd1' });
project(PROJECT, 'ContractSigned', '2022-01-20', {
  ...PROOF,
  totalInvestment: '120000',
  fixedAssetInvestment: '100000',
  startBy: '2022-04-15',
});
plan(PROJECT, 'PlanBaselined', '2022-01-25', { projectId: PROJECT, unit: 'd1', milestones: baseline });
year(PROJECT, '2022-04');
permit('ApprovalRequested', '2022-03-01', {
  projectId: PROJECT,
  unit: 'd1',
  kind: 'construction-permit',
  days: 'working',
});
const granted = permit('ApprovalGranted', '2022-04-05', { ...PROOF, number: 'SG-1' });
const start = project(PROJECT, 'ConstructionStarted', '2022-05-10', PROOF);
plan(PROJECT, 'PlanRevised', '2022-06-01', {
  milestones: baseline.map((each) => (each.code === 'roof' ? { ...each, plannedOn: '2022-09-15' } : each)),
  reason: '雨季延长',
  approver: 'account-7',
});
const roof = plan(PROJECT, 'MilestoneReached', '2022-09-10', { ...PROOF, milestone: 'roof' });
const beforeFindings = log.end;
plan(PROJECT, 'PlanMilestoneVoided', '2022-09-20', { milestone: 'roof', eventId: roof.id, finding: '现场未封顶' });
project(PROJECT, 'FigureVoided', '2022-09-21', { eventId: start.id, milestone: 'start', finding: '现场未开工' });
permit('ApprovalRevoked', '2022-09-22', { reason: '骗取', evidence: [] });
project(PROJECT, 'HandedOver', '2022-09-23', { fromUnit: 'd1', toUnit: 'd2', phase: 'construction' });
log.append('thresholds-plan', {
  type: 'PlanThresholdsSet',
  data: { yellowDays: 30, redDays: 10, occurredOn: '2022-09-24' },
});

project(OTHER, 'ProjectOpened', '2022-01-05', { name: '另一项目', unit: 'd1' });
year(OTHER, '2022-10');
year(OTHER, '2022-06');
project(FAKE, 'ProjectOpened', '2022-01-05', { name: '虚假项目', unit: 'd1' });
year(FAKE, '2022-02');
project(FAKE, 'FraudFound', '2022-09-25', {
  kind: 'project',
  eventIds: [],
  finding: '无此项目',
  approver: 'account-7',
});

describe.each([[1], [4], [100]])('milestones (batches of %d)', (size) => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection, projectSummaryProjection, milestonesProjection);
    await models.feed(log.events, [size]);
  });
  afterAll(() => models.drop());

  const chart = (on: string, asOf = log.end, visibleUnit?: string) =>
    projectPlan(models.sql, PROJECT, { on, asOf, visibleUnit });
  const bar = async (code: string, on: string, asOf = beforeFindings) =>
    (await chart(on, asOf)).milestones.find((each) => each.code === code);

  it('are reached by what the project and its approvals say', async () => {
    expect(await bar('start', '2022-09-30')).toMatchObject({
      baselineOn: '2022-04-30',
      plannedOn: '2022-04-30',
      contractBy: '2022-04-15',
      reachedOn: '2022-05-10',
      reachedEvent: start.id,
      slippage: { baseline: 10, plan: 10, contract: 25 },
      light: 'green',
    });
    expect(await bar('permit', '2022-09-30')).toMatchObject({ reachedOn: '2022-04-05', reachedEvent: granted.id });
    const contract = await bar('contract', '2022-09-30');
    expect(contract).toMatchObject({ name: '签约', reachedOn: '2022-01-20' });
    expect(contract).not.toHaveProperty('light', expect.anything());
  });

  it('are late by the day asked for, against the baseline and the plan', async () => {
    expect(await bar('roof', '2022-09-05')).toMatchObject({
      baselineOn: '2022-08-31',
      plannedOn: '2022-09-15',
      slippage: { baseline: 5, plan: 0 },
      light: 'yellow',
    });
    expect(await bar('roof', '2022-09-30')).toMatchObject({
      reachedOn: '2022-09-10',
      slippage: { baseline: 10, plan: -5 },
      light: 'green',
    });
    expect(await bar('start', '2022-05-05')).toMatchObject({ slippage: { plan: 5 }, light: 'red' });
  });

  it('are taken back by findings, and stay known as they were before', async () => {
    const now = await chart('2022-09-30');
    expect(now.milestones.map(({ code }) => code)).toEqual(['permit', 'start', 'roof', 'completion', 'contract']);
    expect(now.milestones.filter(({ reachedOn }) => reachedOn).map(({ code }) => code)).toEqual(['contract']);
    expect(now).toMatchObject({ completion: '0.0', thresholds: { yellowDays: 30, redDays: 10, set: true } });
    const then = await chart('2022-09-30', beforeFindings);
    expect(then).toMatchObject({ completion: '60.0', thresholds: { yellowDays: 15, redDays: 0, set: false } });
  });

  it('keep the baseline and every revision', async () => {
    const { versions, years } = await chart('2022-09-30');
    expect(versions).toMatchObject([
      { occurredOn: '2022-01-25', milestones: baseline },
      { occurredOn: '2022-06-01', reason: '雨季延长', approver: 'account-7' },
    ]);
    expect(versions[0]?.reason).toBeUndefined();
    expect(years).toEqual([{ year: 2022, investment: '5000', startMonth: '2022-04' }]);
  });

  it('are seen by the unit that answers and by the place', async () => {
    const seen = async (unit: string, asOf = log.end) => (await chart('2022-09-30', asOf, unit)).milestones.length > 0;
    expect([await seen('d1'), await seen('d2'), await seen('d3')]).toEqual([true, true, false]);
    expect(await seen('d2', beforeFindings)).toBe(false);
  });
});

describe('the rows of milestones', () => {
  it('are the same however the log is cut', async () => {
    const { stream, id } = log.events.findLast(({ type }) => type === 'PlanRevised')!;
    log.append(stream, {
      type: 'PlanStepVoided',
      data: { eventIds: [id], reason: '误登', occurredOn: '2022-09-30' },
    });
    const models = await openReadModels(milestonesProjection);
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
