import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Test } from 'supertest';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

const cursor = (place: string) => Buffer.from(place).toString('base64url');
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** What no digest, log or table can hold is refused at the door, by its field. */
describe('input that can not be stored', () => {
  let ledger: TestLedger;

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
  });
  afterAll(() => ledger.stop());

  const refused = async (response: Test, expected: object) => {
    const before = await ledger.logEnd();
    const { status, type, body } = await response;
    expect({ status, type, ...(body as object) }).toMatchObject({ type: expect.any(String), ...expected });
    expect(type).toBe('application/problem+json');
    expect((body as { detail: string }).detail).toMatch(/[\u4e00-\u9fff]/);
    expect(await ledger.logEnd()).toBe(before);
  };

  const project = { name: '新材料项目', unit: 'luan-01', occurredOn: '2022-01-05' };
  const invalid = (field: string) => ({ status: 400, code: 'REQUEST.INVALID', field });

  it.each([
    ['half a character', `/v1/projects`, { ...project, place: '开发区\ud800' }, 'place'],
    ['half a character deep inside', '/v1/schemes', { scheme: { name: [{ text: '\udfff' }] } }, 'scheme.name.0.text'],
    ['half a character in a name', '/v1/schemes', { scheme: { groups: { '\ud800': 1 } } }, 'scheme.groups'],
    ['NUL', '/v1/schemes', { scheme: { name: 'a\u0000b' } }, 'scheme.name'],
    ['half a character as approver', `/v1/leads/${NOBODY}/void`, { approvedBy: '\ud800' }, 'approvedBy'],
  ])('is refused: %s', async (_, path, body, field) => {
    await refused(ledger.post(path, body, 'administrator'), invalid(field));
  });

  it.each([
    ['/v1/units/%00', invalid('code')],
    ['/v1/groups/%00/projects', invalid('code')],
    ['/v1/assessments/%00/inputs', invalid('scheme')],
    ['/v1/projects?q=%00', invalid('q')],
    ['/v1/units/%ED%A0%80', { status: 400, code: 'ROUTE.MALFORMED' }],
    [`/v1/units/${'a'.repeat(300)}`, { status: 414, code: 'ROUTE.TOO_LONG' }],
    [`/v1/overdue?cursor=${cursor(`2022-02-30.plan.${NOBODY}.start`)}`, { status: 422, code: 'CURSOR.INVALID' }],
    [
      `/v1/planned-starts/projects?metric=planned-start-rate&year=2022&cursor=${cursor('2022-13-01.a.b')}`,
      { status: 422 },
    ],
    ['/v1/units?on=0000-01-01', invalid('on')],
    ['/v1/lead-quotas/table?month=0000-01', invalid('month')],
  ])('is refused in the address %s', async (path, expected) => {
    await refused(ledger.get(path, 'auditor'), expected);
  });

  it('is a line of the ledger beyond any: nothing comes after it', async () => {
    const { body } = await ledger.get(`/v1/postings?cursor=${cursor('5.999999999999999')}`, 'auditor').expect(200);
    expect((body as { rows: unknown[] }).rows).toEqual([]);
  });

  it('is a day before 1900: a project of the year 0 would be missing from every list', async () => {
    await refused(ledger.post('/v1/projects', { ...project, occurredOn: '0000-01-05' }), invalid('occurredOn'));
    await refused(ledger.post('/v1/projects', { ...project, occurredOn: '0022-01-05' }), invalid('occurredOn'));
  });
});
