import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectStream, projectSummaryProjection } from '#libs/projects';
import { tableOf } from '#libs/read-models';
import { unitDirectoryProjection } from '#libs/units';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { type LeadEvent, leadStream } from '../../domain/lead.events.js';
import { quotaStream } from '../../domain/quota.events.js';
import { type LeadsQuestion, listLeads } from '../../queries/list-leads/list-leads.query.js';
import { quotaTable } from '../../queries/quota-table/quota-table.query.js';
import { LeadRow } from './lead-register.entities.js';
import { leadRegisterProjection } from './lead-register.projection.js';

const FACTORY = '7c0e7a5e-5d0f-4d6a-9e5e-000000000001';
const log = new Log();
log.append(projectStream(FACTORY), {
  type: 'ProjectOpened',
  data: { name: '电池基地', unit: 'd1', occurredOn: '2022-01-01' },
});
const append = (id: string, ...events: LeadEvent[]) => events.forEach((event) => log.append(leadStream(id), event));
const captured = (unit: string, occurredOn: string, more: object = {}): LeadEvent => ({
  type: 'LeadCaptured',
  data: { title: '线索', unit, enterprise: '企业', expectedInvestment: '100', channel: 'unit', occurredOn, ...more },
});
const qualified = (occurredOn: string): LeadEvent => ({ type: 'LeadQualified', data: { occurredOn } });
const shares = [
  { unit: 'd1', share: '0.5' },
  { unit: 'd2', share: '0.5' },
];

append(
  'whole',
  captured('d1', '2022-07-10', { capturedBy: 'account-1', tiers: ['unicorn'], firstContactOn: '2022-07-01' }),
);
append(
  'whole',
  { type: 'LeadClassed', data: { class: 'major', rules: 1, occurredOn: '2022-07-10' } },
  { type: 'LeadReportedUp', data: { to: 'city', class: 'major', rules: 1, occurredOn: '2022-07-10' } },
);
append('plain', captured('d2', '2022-07-31', { introducer: { creditCode: '91350100M000100Y43' } }));
const inJuly = log.end;
append('whole', qualified('2022-08-01'));
append('whole', { type: 'LeadReferred', data: { fromUnit: 'd1', toUnit: 'd2', shares, occurredOn: '2022-08-02' } });
append('offered', captured('d1', '2022-08-01', { capturedBy: 'account-2' }));
append('offered', { type: 'LeadReferred', data: { fromUnit: 'd1', toUnit: 'd3', shares, occurredOn: '2022-08-02' } });
append('whole', { type: 'LeadReferralAccepted', data: { unit: 'd2', occurredOn: '2022-08-03' } });
append('whole', {
  type: 'LeadConverted',
  data: { projectId: 'p', project: { name: '项目', unit: 'd2', shares }, occurredOn: '2022-08-20' },
});
append('same', captured('d1', '2022-08-31', { introducer: { projectId: FACTORY } }), qualified('2022-08-31'));
append('same', { type: 'LeadMerged', data: { into: 'offered', reason: '重复', occurredOn: '2022-09-01' } });
log.append(leadStream('never-captured'), { type: 'SomethingNew', data: {} });

const quota = (code: string, from: string, perMonth: number, metric: string, ...who: object[]) =>
  log.append(quotaStream(code), {
    type: 'LeadQuotaSet',
    data: { code, name: code, metric, perMonth, who, from, occurredOn: '2022-07-01' },
  });
quota('units', '2022-07', 1, 'qualified-leads', { unit: 'd1' }, { unit: 'd2' });
quota('people', '2022-07', 2, 'leads', { unit: 'd1', person: 'account-1' }, { unit: 'd1', person: 'account-9' });
quota('units', '2022-08', 3, 'leads', { unit: 'd1' });
log.append(quotaStream('people'), {
  type: 'LeadQuotaEnded',
  data: { code: 'people', from: '2022-08', reason: '停', occurredOn: '2022-07-20' },
});
const beforeVoids = log.end;
const wrong = quota('units', '2022-09', 99, 'leads', { unit: 'd1' });
const takeBack = (code: string, { id }: { id: string }) =>
  log.append(quotaStream(code), {
    type: 'LeadQuotaStepVoided',
    data: { eventIds: [id], reason: '误登', occurredOn: '2022-07-21' },
  });
takeBack('units', wrong);
takeBack('once', quota('once', '2022-07', 5, 'leads', { unit: 'd2' }));

describe.each([[1], [3], [100]])('the lead register (batches of %d)', (size) => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection, projectSummaryProjection, leadRegisterProjection);
    await models.feed(log.events, [size]);
  });
  afterAll(() => models.drop());

  const ids = async (question: Partial<LeadsQuestion> = {}) =>
    (await listLeads(models.sql, { asOf: log.end, limit: 100, ...question })).rows.map(({ id }) => id);

  it('finds what an enterprise introduced, by its code or by its project, in any spelling', async () => {
    expect(await ids({ introducer: '91350100m000100y43' })).toEqual(['plain']);
    expect(await ids({ introducer: FACTORY.toUpperCase() })).toEqual(['same']);
    expect(await ids({ introducer: '91350200M0001WCX0P' })).toEqual([]);
    const { rows } = await listLeads(models.sql, { asOf: log.end, limit: 9, introducer: FACTORY });
    expect(rows[0]).toMatchObject({ introducer: { project: { id: FACTORY, name: '电池基地' } } });
  });

  it('shows a lead with the days of its steps, its class, and how credit is divided', async () => {
    const { rows } = await listLeads(models.sql, { asOf: log.end, limit: 1, class: 'major' });
    expect(rows).toMatchObject([
      {
        id: 'whole',
        unit: { code: 'd2' },
        capturedUnit: 'd1',
        status: 'converted',
        class: 'major',
        reportedTo: ['city'],
        firstContactOn: '2022-07-01',
        capturedOn: '2022-07-10',
        qualifiedOn: '2022-08-01',
        referredOn: '2022-08-03',
        convertedOn: '2022-08-20',
        shares,
        conversion: { projectId: 'p' },
        revision: '6',
      },
    ]);
    const [days] = await models.sql.query<object[]>(
      `select converted_on - qualified_on as "toProject", qualified_on - captured_on as "toGood"
       from ${tableOf(LeadRow).name} where id = 'whole' and until_seq is null`,
    );
    expect(days).toEqual({ toProject: 19, toGood: 22 });
  });

  it.each([
    [{}, ['same', 'offered', 'plain', 'whole']],
    [{ unit: 'd2' }, ['plain', 'whole']],
    [{ status: 'merged' }, ['same']],
    [{ tier: 'unicorn' }, ['whole']],
    [{ class: 'none' }, []],
    [{ month: '2022-07' }, ['plain', 'whole']],
    [{ month: '2022-08' }, ['same', 'offered']],
    [{ reportedTo: 'city' }, ['whole']],
    [{ visibleUnit: 'd1' }, ['same', 'offered', 'whole']],
    [{ visibleUnit: 'd2' }, ['plain', 'whole']],
    [{ visibleUnit: 'd3' }, ['offered']],
    [{ visibleUnit: 'city' }, ['whole']],
    [{ visibleUnit: 'd3', unit: 'd2' }, []],
  ] as [Partial<LeadsQuestion>, string[]][])('lists the newest first: %j', async (question, expected) => {
    expect(await ids(question)).toEqual(expected);
  });

  it('is what was known at a seq', async () => {
    const { rows } = await listLeads(models.sql, { asOf: inJuly, limit: 100 });
    expect(rows).toMatchObject([
      { id: 'plain', status: 'captured', revision: '0' },
      { id: 'whole', status: 'captured', class: 'major', unit: { code: 'd1' }, revision: '2' },
    ]);
    expect(await ids({ asOf: inJuly, visibleUnit: 'd2' })).toEqual(['plain']);
    expect(await ids({ asOf: 1n, class: 'major' })).toEqual([]);
  });

  it('comes in pages', async () => {
    const first = await listLeads(models.sql, { asOf: log.end, limit: 3 });
    expect(first.rows).toHaveLength(3);
    expect(await ids({ limit: 3, cursor: first.next })).toEqual(['whole']);
  });

  const lines = async (month: string, visibleUnit?: string, asOf = log.end) =>
    (await quotaTable(models.sql, month, asOf, visibleUnit)).map(({ quota, unit, person, metric, owed, given, gap }) =>
      [quota, unit.code, person ?? '', metric, owed, given, gap].join(' '),
    );

  it('counts what each debtor gave against what was owed, in the month in which the quota held', async () => {
    expect(await lines('2022-06')).toEqual([]);
    expect(await lines('2022-07')).toEqual([
      'people d1 account-1 leads 2 1 1',
      'people d1 account-9 leads 2 0 2',
      'units d1  qualified-leads 1 0 1',
      'units d2  qualified-leads 1 0 1',
    ]);
    expect(await lines('2022-08')).toEqual(['units d1  leads 3 1 2']);
    expect(await lines('2022-07', 'd2')).toEqual(['units d2  qualified-leads 1 0 1']);
  });

  it('owes nothing under a word that was taken back: the one before it holds again', async () => {
    expect(await lines('2022-09')).toEqual(['units d1  leads 3 0 3']);
    expect(await lines('2022-09', undefined, wrong.seq)).toEqual(['units d1  leads 99 0 99']);
    expect(await lines('2022-07', 'd2', log.end - 1n)).toEqual([
      'once d2  leads 5 1 4',
      'units d2  qualified-leads 1 0 1',
    ]);
  });

  it('counts as was known at a seq, against the quotas of which one knew then', async () => {
    expect(await lines('2022-08', undefined, beforeVoids - 1n)).toEqual([
      'people d1 account-1 leads 2 0 2',
      'people d1 account-9 leads 2 0 2',
      'units d1  leads 3 1 2',
    ]);
    expect(await lines('2022-08', undefined, inJuly)).toEqual([]);
  });
});
