import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postingsProjection } from '#libs/postings';
import { projectStream } from '#libs/projects';
import { type SubjectRef } from '#libs/values';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { type TargetSet, targetStream } from '../../domain/target.events.js';
import { targetRegisterProjection } from '../../projections/target-register/target-register.projection.js';
import { listTargets } from './list-targets.query.js';

const MAY_419 = ['5', '11', '19', '30', '41.9', '52', '61', '70', '79', '88', '95', '100'];
const MAY_425 = MAY_419.with(4, '42.5');

const log = new Log();
const unit = (code: string): SubjectRef => ({ kind: 'unit', code });
const city: SubjectRef = { kind: 'city', code: 'all' };
const goal = (subject: SubjectRef, amount: string, metric: string, more: Partial<TargetSet['data']> = {}) => ({
  subject,
  metric,
  year: 2022,
  amount,
  schedule: { kind: 'even' },
  occurredOn: '2022-01-10',
  ...more,
});
const set = (...[subject, amount, metric, more]: Parameters<typeof goal>) =>
  log.append(targetStream(metric, 2022), { type: 'TargetSet', data: goal(subject, amount, metric, more) });

set(city, '100', 'signed-projects');
set(unit('aa'), '40', 'signed-projects', { parent: city, schedule: { kind: 'monthly', percent: MAY_419 } });
set(unit('bb'), '40', 'signed-projects', { parent: city, schedule: { kind: 'monthly', percent: MAY_425 } });
set(unit('aa'), '50', 'start-rate');
set(unit('bb'), '50', 'start-rate');
set(unit('bb'), '0', 'started-projects');
set(unit('aa'), '1000', 'trade', { own: { name: '外贸额', unit: '万元' } });
for (let n = 0; n < 20; n++) {
  const project = projectStream(`p${n}`);
  const contract = { totalInvestment: '1', fixedAssetInvestment: '1', evidence: [], grade: 'claimed' };
  log.append(project, { type: 'ProjectOpened', data: { name: project, unit: 'aa', occurredOn: '2022-01-01' } });
  const day = n < 17 ? '2022-05-31' : '2022-06-01';
  log.append(project, { type: 'ContractSigned', data: { ...contract, occurredOn: day } });
  if (n < 6)
    log.append(project, {
      type: 'ConstructionStarted',
      data: { evidence: [], grade: 'claimed', occurredOn: '2022-05-31' },
    });
}
const beforeRevision = log.end;
const revised = log.append(targetStream('signed-projects', 2022), {
  type: 'TargetRevised',
  data: {
    ...goal(unit('aa'), '30', 'signed-projects', { parent: city }),
    reason: '区划调整',
    approvedBy: 'account-9',
    occurredOn: '2022-05-20',
  },
});

describe.each([[1], [7], [100]])('targets (batches of %d)', (size) => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(postingsProjection, targetRegisterProjection);
    await models.feed(log.events, [size]);
  });
  afterAll(() => models.drop());

  const ask = (question: Partial<Parameters<typeof listTargets>[1]> = {}, asOf = log.end) =>
    listTargets(models.sql, { year: 2022, on: '2022-05-31', ...question }, asOf);
  const signedBy = async (code: string, on: string, asOf = log.end) =>
    (await ask({ metrics: ['signed-projects'], subject: unit(code), on }, asOf))[0];

  it('say what is due, done and missing on a day, by the schedule that holds then', async () => {
    expect(await signedBy('aa', '2022-05-31', beforeRevision)).toMatchObject({
      amount: '40',
      completed: '17',
      completionRate: '42.50',
      dueRate: '41.90',
      due: '16.76',
      gap: '0.24',
      parent: city,
    });
    expect(await signedBy('bb', '2022-05-31')).toMatchObject({
      dueRate: '42.50',
      due: '17',
      completed: '0',
      gap: '-17',
    });
    expect(await signedBy('aa', '2022-06-01')).toMatchObject({ completed: '20', completionRate: '66.67', due: '12.5' });
  });

  it('are those of the day, and those that were known', async () => {
    expect(await signedBy('aa', '2022-01-09')).toBeUndefined();
    expect(await signedBy('aa', '2022-05-19')).toMatchObject({ amount: '40', since: '2022-01-10' });
    expect(await signedBy('aa', '2022-05-20')).toMatchObject({
      amount: '30',
      reason: '区划调整',
      approvedBy: 'account-9',
      eventId: revised.id,
      seq: String(revised.seq),
    });
    expect(await signedBy('aa', '2022-05-20', beforeRevision)).toMatchObject({ amount: '40' });
  });

  it('measure rates in per cent, the city by all postings, and nothing where nothing counts', async () => {
    const lines = (await ask()).map(({ metric, subject, completed, completionRate, gap }) => [
      `${metric.name} ${metric.unit} ${subject.kind} ${subject.code}`,
      completed,
      completionRate,
      gap,
    ]);
    expect(lines).toEqual([
      ['签约项目数 个 city all', '17', '17.00', '-24.666667'],
      ['签约项目数 个 unit aa', '17', '56.67', '4.5'],
      ['签约项目数 个 unit bb', '0', '0.00', '-17'],
      ['签约项目开工率 % unit aa', '35.294118', '70.59', '14.460784'],
      ['签约项目开工率 % unit bb', undefined, undefined, undefined],
      ['开工项目数 个 unit bb', '0', undefined, '0'],
      ['外贸额 万元 unit aa', undefined, undefined, undefined],
    ]);
  });
});
