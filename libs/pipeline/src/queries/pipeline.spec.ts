import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leadRegisterProjection, leadStream, listLeads } from '#libs/leads';
import { type Stage, type Standing, listProjects, projectStream, projectSummaryProjection } from '#libs/projects';
import { unitDirectoryProjection } from '#libs/units';
import { Decimal } from '#libs/values';
import { Log } from '../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../test/support/read-models.js';
import { type FunnelQuestion, funnel } from './funnel/funnel.query.js';
import { type PipelineQuestion, pipeline } from './pipeline/pipeline.query.js';

const log = new Log();
const PROOF = { evidence: [], grade: 'claimed' };
const CONTRACT = { ...PROOF, totalInvestment: '9000', fixedAssetInvestment: '8000' };

const idOf = (number: number): string => `7c0e7a5e-5d0f-4d6a-9e5e-00000000000${number}`;
const project = (number: number, type: string, occurredOn: string, more: object = {}) =>
  log.append(projectStream(idOf(number)), { type, data: { ...more, occurredOn } });
const open = (number: number, unit: string, occurredOn: string, more: object = {}) =>
  project(number, 'ProjectOpened', occurredOn, { name: `项目${number}`, unit, plannedInvestment: '1000', ...more });
const lead = (number: number, type: string, occurredOn: string, more: object = {}) =>
  log.append(leadStream(idOf(number)), { type, data: { ...more, occurredOn } });
const capture = (number: number, unit: string, occurredOn: string) =>
  lead(number, 'LeadCaptured', occurredOn, {
    title: '线索',
    unit,
    enterprise: '企业',
    expectedInvestment: '500.5',
    chain: 'steel',
    channel: 'unit',
  });

capture(1, 'd1', '2022-01-01');
lead(1, 'LeadQualified', '2022-01-11');
lead(1, 'LeadConverted', '2022-01-31', { projectId: idOf(1), project: { name: '项目1', unit: 'd1' } });
capture(2, 'd1', '2022-01-05');
lead(2, 'LeadQualified', '2022-01-25');
capture(3, 'd2', '2022-02-05');
lead(3, 'LeadRejected', '2022-02-06', { reason: '重复' });

open(1, 'd1', '2022-01-31', { leadId: idOf(1), chain: 'steel' });
project(1, 'ContractSigned', '2022-03-01', CONTRACT);
project(1, 'ConstructionStarted', '2022-05-01', PROOF);
project(1, 'LandSecured', '2022-05-11', { ...PROOF, parcel: 'P-1', mu: '20' });
open(2, 'd1', '2022-02-01', { localUnit: 'd2' });
project(2, 'ContractSigned', '2022-03-11', CONTRACT);
project(2, 'ProjectSuspended', '2022-06-01', { cause: '资金', forceMajeure: false });
open(3, 'd2', '2022-02-01');
open(4, 'd2', '2022-02-01');
project(4, 'ContractSigned', '2022-03-12', CONTRACT);
const beforeTheEnds = log.end;
project(4, 'ContractTerminated', '2022-06-01', { reason: '协商一致', by: 'both', evidence: [] });
const fake = open(5, 'd2', '2022-02-01');
const fakeContract = project(5, 'ContractSigned', '2022-03-13', CONTRACT);
project(5, 'FraudFound', '2022-07-01', {
  kind: 'project',
  eventIds: [fake.id, fakeContract.id],
  finding: '查无此项目',
  approver: 'account-1',
});

const ZERO = new Decimal(0);
const NOW = { asOf: log.end, present: true };
const COHORT = { cohort: 'projects', from: '2022-01-01', to: '2022-12-31' } as const;

describe.each([[1], [100]])('leads and projects in batches of %d', (size) => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection, leadRegisterProjection, projectSummaryProjection);
    await models.feed(log.events, [size]);
  });
  afterAll(() => models.drop());

  describe('the pipeline', () => {
    const places = async (question: Partial<PipelineQuestion> = {}) => {
      const { leads, stages, halted, ended } = await pipeline(models.sql, { ...NOW, ...question });
      return [...leads, ...stages, halted, ...ended]
        .filter(({ count }) => count > 0)
        .map(({ code, count, investment }) => `${code} ${count} ${investment}`);
    };

    it('counts leads by status and projects by stage; what has ended is in no stage', async () => {
      expect(await places()).toEqual([
        'qualified 1 500.5',
        'rejected 1 500.5',
        'converted 1 500.5',
        'opened 1 1000',
        'contract 1 9000',
        'start 1 9000',
        'suspended 1 9000',
        'terminated 1 9000',
        expect.stringMatching(/^fake 1 /),
      ]);
    });

    it('lists every place, empty ones too, in the order of life', async () => {
      const { stages } = await pipeline(models.sql, { ...NOW, unit: 'nobody' });
      expect(stages.map(({ code, count }) => [code, count])).toEqual(
        ['opened', 'negotiation', 'intent', 'contract', 'registration', 'land', 'start']
          .concat(['completion', 'acceptance', 'handover', 'production', 'output'])
          .map((code) => [code, 0]),
      );
    });

    it('asks for a unit or a chain, and shows a unit what it answers for or is the place of', async () => {
      expect(await places({ unit: 'd1', chain: 'steel' })).toEqual([
        'qualified 1 500.5',
        'converted 1 500.5',
        'start 1 9000',
      ]);
      expect(await places({ visibleUnit: 'd2' })).toEqual([
        'rejected 1 500.5',
        'opened 1 1000',
        'contract 1 9000',
        'suspended 1 9000',
        'terminated 1 9000',
        expect.stringMatching(/^fake 1 /),
      ]);
    });

    it.each<[Partial<PipelineQuestion>]>([
      [{}],
      [{ unit: 'd1' }],
      [{ unit: 'd2' }],
      [{ chain: 'steel' }],
      [{ visibleUnit: 'd2' }],
    ])('counts what the lists of projects and leads show, of %j', async (question) => {
      const listed = async (bounds: { stage?: Stage; standing: Standing }) => {
        const { rows } = await listProjects(models.sql, { ...NOW, ...question, ...bounds, limit: 100 });
        const sum = rows.reduce((all, row) => all.plus(row.totalInvestment ?? row.plannedInvestment ?? 0), ZERO);
        return `${rows.length} ${sum.toFixed()}`;
      };
      const { leads, stages, halted, ended } = await pipeline(models.sql, { ...NOW, ...question });
      for (const { code: status, count } of leads)
        expect((await listLeads(models.sql, { ...NOW, ...question, status, limit: 100 })).rows).toHaveLength(count);
      const all = [...stages, halted, ...ended];
      expect(all.map(({ code, count, investment }) => `${code} ${count} ${investment}`)).toEqual([
        ...(await Promise.all(
          stages.map(async ({ code }) => `${code} ${await listed({ stage: code, standing: 'going' })}`),
        )),
        ...(await Promise.all(
          [halted, ...ended].map(async ({ code }) => `${code} ${await listed({ standing: code })}`),
        )),
      ]);
    });

    it('is what was known at a seq', async () => {
      expect(await places({ asOf: beforeTheEnds, present: false })).toEqual([
        'qualified 1 500.5',
        'rejected 1 500.5',
        'converted 1 500.5',
        'opened 1 1000',
        'contract 2 18000',
        'start 1 9000',
        'suspended 1 9000',
      ]);
    });
  });

  describe('the funnel', () => {
    const steps = async (question: Partial<FunnelQuestion>) =>
      (await funnel(models.sql, { ...NOW, ...COHORT, ...question })).steps;

    it('follows the leads of a period to their projects, with shares and days between steps', async () => {
      expect((await steps({ cohort: 'leads', to: '2022-01-31' })).slice(0, 6)).toEqual([
        { code: 'captured', name: '采集线索', count: 2, ofCohort: '100.0' },
        {
          code: 'qualified',
          name: '有效信息',
          count: 2,
          ofCohort: '100.0',
          ofPrevious: '100.0',
          daysFromFirst: 10,
          daysFromPrevious: 10,
        },
        {
          code: 'converted',
          name: '转为项目',
          count: 1,
          ofCohort: '50.0',
          ofPrevious: '50.0',
          daysFromFirst: 30,
          daysFromPrevious: 20,
        },
        {
          code: 'contract',
          name: '签约',
          count: 1,
          ofCohort: '50.0',
          ofPrevious: '100.0',
          daysFromFirst: 59,
          daysFromPrevious: 29,
        },
        { code: 'registration', name: '企业注册', count: 0, ofCohort: '0.0', ofPrevious: '0.0' },
        { code: 'land', name: '拿地', count: 1, ofCohort: '50.0', daysFromFirst: 130 },
      ]);
    });

    it('counts the projects signed in a period that were not found to be false', async () => {
      const counts = async (question: Partial<FunnelQuestion>) =>
        (await steps(question)).map(({ code, count }) => `${code} ${count}`).slice(0, 4);
      expect(await counts({})).toEqual(['contract 3', 'registration 0', 'land 1', 'start 1']);
      expect(await counts({ from: '2022-03-11' })).toEqual(['contract 2', 'registration 0', 'land 0', 'start 0']);
      expect(await counts({ visibleUnit: 'd2' })).toEqual(['contract 2', 'registration 0', 'land 0', 'start 0']);
      expect(await counts({ unit: 'd1', chain: 'steel' })).toEqual([
        'contract 1',
        'registration 0',
        'land 1',
        'start 1',
      ]);
    });

    it('shows that steps overlap: this start came before the land', async () => {
      const start = (await steps({})).find(({ code }) => code === 'start');
      expect(start).toMatchObject({ daysFromFirst: 61, daysFromPrevious: -10 });
    });

    it('has no rate without a cohort, and no period that ends before it begins', async () => {
      expect((await steps({ unit: 'nobody' }))[0]).toEqual({ code: 'contract', name: '签约', count: 0 });
      await expect(steps({ from: '2022-02-01', to: '2022-01-01' })).rejects.toMatchObject({ code: 'PERIOD.REVERSED' });
    });
  });
});

describe('what was known at any seq', () => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(leadRegisterProjection, projectSummaryProjection);
  });
  afterAll(() => models.drop());

  const answers = async (known: { asOf: bigint; present: boolean }) => [
    await pipeline(models.sql, known),
    await funnel(models.sql, { ...known, ...COHORT }),
    await funnel(models.sql, { ...known, ...COHORT, cohort: 'leads' }),
  ];

  it('is what was answered then', async () => {
    const then = new Map<bigint, unknown>();
    for (const event of log.events) {
      await models.feed([event]);
      then.set(event.seq, await answers({ asOf: event.seq, present: true }));
    }
    for (const [asOf, answered] of then)
      expect([asOf, await answers({ asOf, present: false })]).toEqual([asOf, answered]);
  });
});
