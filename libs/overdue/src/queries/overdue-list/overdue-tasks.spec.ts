import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { approvalsProjection } from '#libs/approvals';
import { milestonesProjection } from '#libs/plans';
import { projectStream, projectSummaryProjection } from '#libs/projects';
import { stewardRegisterProjection } from '#libs/stewardships';
import { unitDirectoryProjection } from '#libs/units';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { type OverdueQuestion, overdueList } from './overdue-list.query.js';

const PLANT = '7c0e7a5e-5d0f-4d6a-9e5e-000000000003';
const OTHER = '7c0e7a5e-5d0f-4d6a-9e5e-000000000001';
const log = new Log();
const project = (type: string, occurredOn: string, more: object = {}) =>
  log.append(projectStream(PLANT), { type, data: { ...more, occurredOn } });
const aims = { matter: '开工', target: '2 亿元', leader: 'account-4', unit: 'd6', requirement: '按月调度' };
project('ProjectOpened', '2020-01-05', { name: '旧厂', unit: 'd6', localUnit: 'd7' });
project('ContractSigned', '2020-01-20', {
  totalInvestment: '9000',
  fixedAssetInvestment: '8000',
  evidence: [],
  grade: 'claimed',
});
project('LeaderAttached', '2020-02-01', { account: 'account-4', duty: '包保领导' });
const aimed = project('ResponsibilityFixed', '2020-02-01', { ...aims, due: '2020-06-30' });
const beforeHandoff = log.end;
project('LeaderDetached', '2020-07-03', { account: 'account-4' });
project('HandedOver', '2020-07-05', { fromUnit: 'd6', toUnit: 'd8', phase: 'construction' });
const said = { taskEventId: aimed.id, result: '已开工', evidence: [] };
const reached = project('ResponsibilityDone', '2020-07-20', said);
const beforeTakenBack = log.end;
project('FigureVoided', '2020-08-01', { eventId: reached.id, finding: '未开工' });
const beforeDone = log.end;
project('ResponsibilityDone', '2020-08-10', said);
// Set anew, then set again by mistake; the project was none.
project('ResponsibilityFixed', '2020-09-01', { ...aims, unit: 'd9', due: '2020-09-30' });
const mistaken = project('ResponsibilityFixed', '2020-10-03', { ...aims, unit: 'd9', due: '2020-12-31' });
const beforeMistake = log.end;
project('FigureVoided', '2020-10-04', { eventId: mistaken.id, finding: '误登' });
const beforeFinding = log.end;
const finding = { kind: 'project', eventIds: [], finding: '虚构', approver: 'account-1' };
project('FraudFound', '2020-10-10', finding);

describe.each([[1], [100]])('六定 in the overdue list (batches of %d)', (size) => {
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
    overdueList(models.sql, { on: '2020-07-20', asOf: log.end, present: true, limit: 100, ...question });

  it('are there from the day after they were due until they are done, for whoever took over', async () => {
    const tasks = async (on: string, question: Partial<OverdueQuestion> = {}) =>
      (await list({ on, kind: 'responsibility', ...question })).rows;
    const days = async (asOf = log.end) => {
      const found = [];
      for (const on of ['2020-06-30', '2020-07-01', '2020-07-05', '2020-07-20', '2020-08-09', '2020-08-10'])
        found.push((await tasks(on, { asOf, present: asOf === log.end })).map(({ daysOverdue }) => daysOverdue));
      return found;
    };
    expect(await days()).toEqual([[], [1], [5], [20], [40], []]);
    expect(await days(beforeTakenBack)).toEqual([[], [1], [5], [], [], []]);
    expect(await days(beforeDone)).toEqual([[], [1], [5], [20], [40], [41]]);
    expect(await tasks('2020-07-20')).toEqual([
      {
        kind: 'responsibility',
        code: 'task',
        name: '开工',
        project: { id: PLANT, name: '旧厂' },
        unit: { code: 'd8', name: 'd8' },
        holder: { code: 'd8', name: 'd8' },
        dueOn: '2020-06-30',
        daysOverdue: 20,
        link: `/v1/projects/${PLANT}`,
      },
    ]);
    const then = { asOf: beforeHandoff, present: false };
    expect(await tasks('2020-07-20', then)).toMatchObject([{ unit: { code: 'd6' }, holder: { code: 'd6' } }]);
    const seenBy = async (visibleUnit: string) => (await tasks('2020-07-20', { visibleUnit })).length;
    expect([await seenBy('d7'), await seenBy('d8'), await seenBy('d1')]).toEqual([1, 1, 0]);
    expect(await tasks('2020-07-20', { project: OTHER })).toEqual([]);
    expect(await tasks('2020-07-20', { holder: 'd8', project: PLANT })).toHaveLength(1);
  });

  it('are there until they are set anew, or their project was none', async () => {
    const due = async (on: string, asOf: bigint) =>
      (await list({ on, kind: 'responsibility', asOf, present: asOf === log.end })).rows.map(
        ({ dueOn, holder }) => `${dueOn} ${holder.code}`,
      );
    expect(await due('2020-10-05', beforeMistake)).toEqual([]);
    expect(await due('2020-10-05', beforeFinding)).toEqual(['2020-09-30 d9']);
    expect(await due('2020-10-10', beforeFinding)).toEqual(['2020-09-30 d9']);
    expect(await due('2021-01-05', beforeMistake)).toEqual(['2020-12-31 d9']);
    expect(await due('2021-01-05', beforeFinding)).toEqual(['2020-09-30 d9']);
    expect([await due('2020-10-09', log.end), await due('2020-10-10', log.end)]).toEqual([['2020-09-30 d9'], []]);
  });
});
