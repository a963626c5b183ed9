import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Test } from 'supertest';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

/** What each bad request is told, and that it leaves no trace. */
describe('bad input', () => {
  let ledger: TestLedger;
  let opened: string;
  let signed: string;

  const project = { name: '新材料项目', unit: 'luan-01', occurredOn: '2022-01-05' };
  const contract = { occurredOn: '2022-02-10', totalInvestment: '120000', fixedAssetInvestment: '100000' };

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
    opened = ((await ledger.post('/v1/projects', project).expect(201)).body as { id: string }).id;
    signed = ((await ledger.post('/v1/projects', { ...project, contract }).expect(201)).body as { id: string }).id;
  });
  afterAll(() => ledger.stop());

  const refused = async (response: Test, expected: object) => {
    const before = await ledger.logEnd();
    const { status, type, body } = await response;
    expect({ status, type, ...(body as object) }).toMatchObject({ type: expect.any(String), ...expected });
    expect(type).toBe('application/problem+json');
    expect((body as { detail: string }).detail).toMatch(/[\u4e00-\u9fff]/);
    expect(await ledger.logEnd()).toBe(before);
    await ledger.request.get('/health').expect(200);
  };

  const contractOf = (change: object) => ({ ...contract, ...change });
  const inField = (field: string, code = 'FIELD.INVALID') => ({
    status: 400,
    code: 'REQUEST.INVALID',
    field,
    errors: [{ field, code }],
  });

  it.each([
    ['an unknown field', { ...project, colour: 'red' }, inField('colour', 'FIELD.UNKNOWN')],
    [
      'an unknown field deep inside',
      { ...project, contract: contractOf({ colour: 'red' }) },
      inField('contract.colour', 'FIELD.UNKNOWN'),
    ],
    ['a missing field', { ...project, name: undefined }, inField('name', 'FIELD.MISSING')],
    ['a number for a name', { ...project, name: 7 }, inField('name')],
    ['an array for a name', { ...project, name: ['a'] }, inField('name')],
    ['a blank name', { ...project, name: '  ' }, inField('name')],
    ['a name with a line break', { ...project, name: 'a\nb' }, inField('name')],
    ['a name of 201 characters', { ...project, name: '长'.repeat(201) }, inField('name')],
    ['text for an object', { ...project, contract: 'signed' }, inField('contract')],
    ['an array for an object', { ...project, contract: [contract] }, inField('contract')],
    ['a day that the calendar lacks', { ...project, occurredOn: '2022-02-30' }, inField('occurredOn')],
    ['a time for a day', { ...project, occurredOn: '2022-02-03T00:00:00Z' }, inField('occurredOn')],
    [
      'evidence without a digest',
      { ...project, contract: contractOf({ evidence: [{ kind: 'photo' }] }) },
      inField('contract.evidence.0.sha256', 'FIELD.MISSING'),
    ],
    [
      'evidence that is no list',
      { ...project, contract: contractOf({ evidence: { kind: 'photo' } }) },
      inField('contract.evidence'),
    ],
    ['an array for a body', [project], { status: 400 }],
    ['an unknown unit', { ...project, unit: 'nowhere' }, { status: 403, code: 'ACCESS.UNIT_FORBIDDEN' }],
  ])('refuses %s', async (_, body, expected) => {
    await refused(ledger.post('/v1/projects', body), expected);
  });

  it('refuses an unknown unit to someone who may act for all', async () => {
    const body = { ...project, unit: 'nowhere' };
    await refused(ledger.post('/v1/projects', body, 'department'), {
      status: 422,
      code: 'UNIT.UNKNOWN',
      field: 'unit',
    });
  });

  it.each([['-1'], ['NaN'], [-1], [120000], ['1e5'], ['Infinity'], [null], [''], ['1.2345678'], ['１２'], [{}]])(
    'refuses the amount %j',
    async (totalInvestment) => {
      const body = contractOf({ totalInvestment });
      const code = totalInvestment === null ? 'FIELD.MISSING' : 'FIELD.INVALID';
      await refused(ledger.post(`/v1/projects/${opened}/contract`, body), inField('totalInvestment', code));
    },
  );

  it.each([
    ['contract', contractOf({ occurredOn: '2022-10-01' }), 'occurredOn'],
    ['contract', contractOf({ occurredOn: '2999-01-01' }), 'occurredOn'],
  ])('refuses a %s in the future', async (path, body, field) => {
    await refused(ledger.post(`/v1/projects/${opened}/${path}`, body), {
      status: 422,
      code: 'DAY.IN_FUTURE',
      field,
    });
  });

  it('refuses a start before the contract', async () => {
    const start = { occurredOn: '2022-05-01' };
    await refused(ledger.post(`/v1/projects/${opened}/start`, start), {
      status: 409,
      code: 'PROJECT.START_BEFORE_CONTRACT',
    });
    const early = { occurredOn: '2022-02-09' };
    await refused(ledger.post(`/v1/projects/${signed}/start`, early), {
      status: 422,
      code: 'DAY.BEFORE_PREVIOUS',
      field: 'occurredOn',
    });
  });

  it('refuses a second contract', async () => {
    await refused(ledger.post(`/v1/projects/${signed}/contract`, contract), {
      status: 409,
      code: 'PROJECT.CONTRACT_ALREADY_RECORDED',
    });
  });

  it('refuses a stale If-Match, and a malformed one', async () => {
    const land = { parcel: '2022-7', mu: '66.5', occurredOn: '2022-03-01' };
    const path = `/v1/projects/${signed}/land`;
    await refused(ledger.post(path, land, 'reporter', { 'if-match': '"0"' }), {
      status: 412,
      code: 'REVISION.STALE',
    });
    await refused(ledger.post(path, land, 'reporter', { 'if-match': '"99"' }), {
      status: 412,
      code: 'REVISION.STALE',
    });
    await refused(
      ledger.post(path, land, 'reporter', { 'if-match': 'W/"1"' }),
      inField('If-Match', 'IF_MATCH.INVALID'),
    );
  });

  it('refuses a reused idempotency key with another body', async () => {
    const key = { 'idempotency-key': 'reused' };
    await ledger.post('/v1/projects', project, 'reporter', key).expect(201);
    await refused(ledger.post('/v1/projects', { ...project, name: '另一项目' }, 'reporter', key), {
      status: 422,
      code: 'COMMAND.KEY_REUSED',
    });
  });

  it('refuses a command without an idempotency key, or with a strange one', async () => {
    const authorization = `Bearer ${await ledger.token('reporter')}`;
    const bare = ledger.request.post('/v1/projects').set({ authorization }).send(project);
    await refused(bare, inField('Idempotency-Key', 'IDEMPOTENCY_KEY.MISSING'));
    const long = { 'idempotency-key': 'k'.repeat(201) };
    await refused(
      ledger.post('/v1/projects', project, 'reporter', long),
      inField('Idempotency-Key', 'IDEMPOTENCY_KEY.INVALID'),
    );
  });

  it('refuses a body of 10 MB', async () => {
    const body = { ...project, name: 'x'.repeat(10_000_000) };
    await refused(ledger.post('/v1/projects', body), { status: 413, code: 'BODY.TOO_LARGE' });
  });

  it.each(['{"name": ', '', 'null', '"text"', '{"__proto__": {"unit": "luan-01"}}', '{"name":"a",}'])(
    'refuses the body %j',
    async (text) => {
      const response = ledger.request
        .post('/v1/projects')
        .set({
          authorization: `Bearer ${await ledger.token('reporter')}`,
          'idempotency-key': 'broken',
          'content-type': 'application/json',
        })
        .send(text);
      await refused(response, { status: 400 });
    },
  );

  it('refuses a body nested a hundred thousand levels deep', async () => {
    const response = ledger.request
      .post('/v1/schemes')
      .set({
        authorization: `Bearer ${await ledger.token('administrator')}`,
        'idempotency-key': 'deep',
        'content-type': 'application/json',
      })
      .send(`{"scheme":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    await refused(response, { status: 400, errors: [{ code: 'BODY.TOO_DEEP' }] });
  });

  it('refuses another content type', async () => {
    const response = ledger.request
      .post('/v1/projects')
      .set({
        authorization: `Bearer ${await ledger.token('reporter')}`,
        'idempotency-key': 'xml',
        'content-type': 'application/xml',
      })
      .send('<project/>');
    await refused(response, { status: 415, code: 'BODY.UNSUPPORTED_TYPE' });
  });

  it('refuses an id that is none, an unknown project and an unknown address', async () => {
    await refused(ledger.post('/v1/projects/7/start', { occurredOn: '2022-05-01' }), inField('id'));
    const nobody = '00000000-0000-4000-8000-000000000000';
    await refused(ledger.post(`/v1/projects/${nobody}/start`, { occurredOn: '2022-05-01' }), {
      status: 404,
      code: 'PROJECT.UNKNOWN',
    });
    await refused(ledger.post('/v1/nothing', {}), { status: 404, code: 'ROUTE.UNKNOWN' });
  });

  it.each([
    ['/v1/league-tables/signed-projects?from=2022-01-01', inField('to', 'FIELD.MISSING')],
    ['/v1/league-tables/nonsense?from=2022-01-01&to=2022-09-30', { status: 404 }],
    ['/v1/league-tables/signed-projects?from=2022-09-30&to=2022-01-01', { status: 422, code: 'PERIOD.REVERSED' }],
    ['/v1/league-tables/signed-projects?from=2022-01-01&to=2022-09-30&minInvestment=-5', inField('minInvestment')],
    ['/v1/league-tables/signed-projects?from=2022-01-01&to=2022-09-30&colour=red', inField('colour', 'FIELD.UNKNOWN')],
    [
      '/v1/league-tables/signed-projects?from=2022-01-01&to=2022-09-30&asOf=999999',
      { status: 422, code: 'AS_OF.UNKNOWN' },
    ],
    [
      '/v1/league-tables/signed-projects?from=2022-01-01&to=2022-09-30&asOf=yesterday',
      { status: 422, code: 'AS_OF.UNKNOWN' },
    ],
    ['/v1/projects?limit=0', inField('limit')],
    ['/v1/projects?limit=501', inField('limit')],
    ['/v1/projects?limit=ten', inField('limit')],
    ['/v1/projects?cursor=nonsense', { status: 422, code: 'CURSOR.INVALID' }],
    ['/v1/projects?unit=a&unit=b', inField('unit')],
    ['/v1/postings?metric=nonsense', inField('metric')],
    ['/v1/assessments/nonsense/scores', { status: 404, code: 'SCHEME.UNKNOWN' }],
  ])('refuses the question %s', async (path, expected) => {
    await refused(ledger.request.get(path).set('authorization', `Bearer ${await ledger.token('auditor')}`), expected);
  });

  it.each(['x', '-1', '99999999999999999999'])('refuses the position %s', async (minPosition) => {
    const response = ledger.request
      .get('/v1/units')
      .query({ minPosition })
      .set('authorization', `Bearer ${await ledger.token('auditor')}`);
    await refused(response, inField('minPosition'));
  });

  it('refuses a scheme that can not be scored, and names every fault', async () => {
    const scheme = { code: 'x', indicators: [] };
    await refused(ledger.post('/v1/schemes', { scheme }, 'administrator'), {
      status: 422,
      code: 'SCHEME.INVALID',
    });
    await refused(ledger.post('/v1/schemes', { scheme: 'text' }, 'administrator'), inField('scheme'));
  });
});
