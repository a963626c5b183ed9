import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unitDirectoryProjection } from '#libs/units';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { admissionStream } from '../../domain/admission.events.js';
import { type AdmissionsQuestion, listAdmissions } from '../../queries/list-admissions/list-admissions.query.js';
import { admissionRegisterProjection } from './admission-register.projection.js';

const log = new Log();
const review = (id: string, verdict: string, unit: string) =>
  log.append(admissionStream(id), {
    type: 'AdmissionReviewed',
    data: {
      unit,
      projectName: `项目 ${id}`,
      policyVersion: 1,
      facts: {},
      results: [{ check: 'eia', name: '环评可行', passed: verdict === 'admitted' }],
      quality: { scores: [], total: 70, passScore: 60, passed: true },
      verdict,
      evidence: [],
      occurredOn: '2022-03-01',
    },
  });
const override = (id: string) =>
  log.append(admissionStream(id), {
    type: 'AdmissionOverridden',
    data: { unit: 'd1', approver: 'account-9', reason: '补链', evidence: [], occurredOn: '2022-03-02' },
  });

review('good', 'admitted', 'd1');
review('bad', 'refused', 'd2');
review('let-in', 'refused', 'd1');
log.append('admission-rules', { type: 'AdmissionRulesPublished', data: { version: 1 } });
override('let-in');
review('again', 'refused', 'd1');
override('again');
review('again', 'admitted', 'd1');
const then = log.end;
override('bad');
review('let-in', 'admitted', 'd2');
review('new', 'refused', 'd1');

describe.each([[1], [3], [100]])('the register of admissions as known then (batches of %d)', (size) => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection, admissionRegisterProjection);
    await models.feed(log.events, [size]);
  });
  afterAll(() => models.drop());

  const ids = async (question: Partial<AdmissionsQuestion> = {}) =>
    (await listAdmissions(models.sql, { asOf: then, limit: 100, ...question })).rows.map(({ projectId }) => projectId);

  it.each([
    [{}, ['again', 'let-in', 'bad', 'good']],
    [{ outcome: 'overridden' }, ['let-in']],
    [{ outcome: 'admitted' }, ['again', 'good']],
    [{ unit: 'd2' }, ['bad']],
    [{ visibleUnit: 'd2', unit: 'd1' }, []],
    [{ visibleUnit: 'd2' }, ['bad']],
  ] as [Partial<AdmissionsQuestion>, string[]][])('lists the latest first: %j', async (question, expected) => {
    expect(await ids(question)).toEqual(expected);
  });

  it('shows what failed, and who let it in and why, until it is reviewed again', async () => {
    const { rows, next } = await listAdmissions(models.sql, { asOf: then, limit: 2 });
    expect(rows[1]).toMatchObject({
      projectName: '项目 let-in',
      outcome: 'overridden',
      failed: ['环评可行'],
      reviewedOn: '2022-03-01',
      overriddenOn: '2022-03-02',
      approver: 'account-9',
      reason: '补链',
    });
    expect(rows[0]).toMatchObject({ outcome: 'admitted', approver: null, overriddenOn: null });
    expect(await ids({ limit: 2, cursor: next })).toEqual(['bad', 'good']);
  });

  it('knows now what was reviewed and let in since', async () => {
    expect(await ids({ asOf: log.end })).toEqual(['new', 'let-in', 'bad', 'again', 'good']);
    expect(await ids({ asOf: log.end, outcome: 'overridden' })).toEqual(['bad']);
    expect(await ids({ asOf: log.end, unit: 'd2' })).toEqual(['let-in', 'bad']);
    expect(await ids({ asOf: 0n })).toEqual([]);
  });
});
