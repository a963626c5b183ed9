import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditTrailProjection } from '#libs/audit';
import { projectStream, projectSummaryProjection } from '#libs/projects';
import { unitDirectoryProjection } from '#libs/units';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { visitStream } from '../../domain/visit.events.js';
import { inPersonTable } from '../../queries/in-person/in-person.query.js';
import { type VisitsQuestion, listVisits } from '../../queries/list-visits/list-visits.query.js';
import { type CountedBy, visitCounts } from '../../queries/visit-counts/visit-counts.query.js';
import { visitRegisterProjection } from './visit-register.projection.js';

const log = new Log();
const project = (id: string, plannedInvestment: string, more: object = {}) =>
  log.append(projectStream(id), {
    type: 'ProjectOpened',
    data: { name: `项目${id}`, unit: 'd1', plannedInvestment, occurredOn: '2022-01-01', ...more },
  });
const visit = (id: string, unit: string, kind: string, from: string, to: string, more: object = {}) =>
  log.append(visitStream(id), {
    type: 'VisitLogged',
    data: { unit, kind, place: '苏州', from, to, occurredOn: to, ...more },
  });

project('big', '100000', { leadId: 'lead-of-big' });
project('key', '10');
log.append(projectStream('key'), {
  type: 'KeyProjectDesignated',
  data: { level: 'municipal', year: 2022, occurredOn: '2022-02-01' },
});
project('forgotten', '200000', { unit: 'd2' });
visit('v1', 'd1', 'outing', '2022-06-29', '2022-07-01', {
  leader: 'account-1',
  inPerson: ['negotiate'],
  leads: ['lead-of-big'],
});
visit('v2', 'd1', 'reception', '2022-07-02', '2022-07-02', { leaderDuty: '县长', enterprises: ['甲'] });
visit('v3', 'd1', 'enterprise', '2022-07-31', '2022-07-31', {
  leader: 'account-1',
  leaderDuty: '县委书记',
  inPerson: ['coordinate', 'supervise'],
  projects: ['big', 'key'],
});
visit('v4', 'd2', 'resident', '2022-08-01', '2022-08-10');
visit('v5', 'd2', 'outing', '2022-08-11', '2022-08-12', { leader: 'account-2', projects: ['forgotten'] });
const then = log.end;
log.append(visitStream('v1'), { type: 'VisitVoided', data: { reason: '并无此行', occurredOn: '2022-09-01' } });
log.append(visitStream('v3'), {
  type: 'VisitCorrected',
  data: { unit: 'd2', kind: 'outing', place: '上海', from: '2022-07-31', to: '2022-08-01', occurredOn: '2022-09-01' },
});
visit('v6', 'd1', 'outing', '2022-07-01', '2022-07-03', { leader: 'account-1', projects: ['forgotten'] });
visit('v7', 'd1', 'small-team', '2022-12-01', '2022-12-02');
log.append(projectStream('forgotten'), {
  type: 'ProjectDetailsChanged',
  data: { name: '改名', plannedInvestment: '10', occurredOn: '2022-09-01' },
});

const KNOWN = { asOf: then, present: false };

describe.each([[1], [4], [100]])('the register of visits as known then (batches of %d)', (size) => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(
      unitDirectoryProjection,
      projectSummaryProjection,
      auditTrailProjection,
      visitRegisterProjection,
    );
    await models.feed(log.events, [size]);
  });
  afterAll(() => models.drop());

  const ids = async (question: Partial<VisitsQuestion> = {}) =>
    (await listVisits(models.sql, { ...KNOWN, limit: 100, ...question })).rows.map(({ id }) => id);

  it.each([
    [{}, ['v5', 'v4', 'v3', 'v2', 'v1']],
    [{ unit: 'd2' }, ['v5', 'v4']],
    [{ visibleUnit: 'd1', unit: 'd2' }, []],
    [{ kind: 'outing' }, ['v5', 'v1']],
    [{ leader: 'account-1' }, ['v3', 'v1']],
    [{ leader: '县长' }, ['v2']],
    [{ month: '2022-07' }, ['v3', 'v2', 'v1']],
    [{ project: 'big' }, ['v3']],
  ] as [Partial<VisitsQuestion>, string[]][])('lists the last logged first: %j', async (question, expected) => {
    expect(await ids(question)).toEqual(expected);
  });

  it('comes in pages, each visit with its days', async () => {
    const { rows, next } = await listVisits(models.sql, { ...KNOWN, limit: 4 });
    expect(rows.map(({ days }) => days)).toEqual([2, 10, 1, 1]);
    expect(await ids({ cursor: next })).toEqual(['v1']);
  });

  const counts = async (by: CountedBy[], visibleUnit?: string, more: object = {}) =>
    (await visitCounts(models.sql, { ...KNOWN, from: '2022-07-01', to: '2022-08-11', by, visibleUnit, ...more })).map(
      (row) =>
        [
          row.unit?.code,
          row.leader,
          row.month,
          row.visits,
          row.outings,
          row.receptions,
          row.residences,
          row.enterpriseVisits,
          row.days,
        ]
          .filter((cell) => cell !== undefined)
          .join(' '),
    );

  it('counts visits by unit, leader and month, on their last day', async () => {
    expect(await counts(['unit'])).toEqual(['d1 3 1 1 0 1 5', 'd2 1 0 0 1 0 10']);
    expect(await counts(['leader'])).toEqual(['account-1 2 1 0 0 1 4', '县长 1 0 1 0 0 1']);
    expect(await counts(['unit', 'month'])).toEqual(['d1 2022-07 3 1 1 0 1 5', 'd2 2022-08 1 0 0 1 0 10']);
    expect(await counts(['month', 'leader'], 'd1')).toEqual([
      'account-1 2022-07 2 1 0 0 1 4',
      '县长 2022-07 1 0 1 0 0 1',
    ]);
    expect(await counts(['unit'], 'd2')).toEqual(['d2 1 0 0 1 0 10']);
  });

  it('counts a small team’s visit among the outings, and by itself', async () => {
    const december = { from: '2022-12-01', to: '2022-12-31', by: ['unit' as const] };
    expect(await visitCounts(models.sql, { asOf: log.end, ...december })).toMatchObject([
      { visits: 1, outings: 1, smallTeams: 1, receptions: 0 },
    ]);
  });

  const table = async (more: object = {}) =>
    (await inPersonTable(models.sql, { ...KNOWN, from: '2022-07-01', to: '2022-12-31', limit: 10, ...more })).rows.map(
      ({ id, done, missing, leaders, lastOn }) => [id, Object.values(done), missing, leaders, lastOn],
    );

  it('shows what leaders did in person for each major project, and what none did', async () => {
    const nothing = ['negotiate', 'coordinate', 'supervise'];
    expect(await table({ minInvestment: '100000' })).toEqual([
      ['forgotten', [0, 0, 0], nothing, [], undefined],
      ['big', [1, 1, 1], [], ['account-1'], '2022-07-31'],
    ]);
    expect(await table()).toEqual([['key', [0, 1, 1], ['negotiate'], ['account-1'], '2022-07-31']]);
    expect(await table({ minInvestment: '100000', to: '2022-07-30', visibleUnit: 'd1' })).toEqual([
      ['big', [1, 0, 0], ['coordinate', 'supervise'], ['account-1'], '2022-07-01'],
    ]);
  });

  it('knows now what was corrected, voided and logged since', async () => {
    const NOW = { asOf: log.end, present: true };
    expect(await ids(NOW)).toEqual(['v7', 'v6', 'v5', 'v4', 'v3', 'v2']);
    expect(await ids({ ...NOW, unit: 'd2', kind: 'outing' })).toEqual(['v5', 'v3']);
    expect(await counts(['unit'], undefined, NOW)).toEqual(['d1 2 1 1 0 0 4', 'd2 2 1 0 1 0 12']);
    expect(await table({ ...NOW, minInvestment: '100000' })).toEqual([
      ['big', [0, 0, 0], ['negotiate', 'coordinate', 'supervise'], [], undefined],
    ]);
  });
});
