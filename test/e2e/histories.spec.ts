import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role } from '#libs/access';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

interface History {
  asOf: { seq: string };
  on?: string;
  standing?: string;
  state?: Record<string, unknown> | null;
  entries: { eventId: string; seq: string; type: string; title: string; occurredOn: string; data: object }[];
}

describe('the history of a thing', () => {
  let ledger: TestLedger;
  const post = async (path: string, body: object, as: Role = 'reporter', unit = 'luan-01') => {
    const authorization = `Bearer ${await ledger.token(as, unit)}`;
    return ((await ledger.post(`/v1/${path}`, body, as, { authorization }).expect(201)).body as { id: string }).id;
  };
  const history = async (path: string) => (await ledger.get(`/v1/${path}`, 'auditor').expect(200)).body as History;
  const titles = ({ entries }: History) => entries.map(({ title }) => title);
  /** What a unit's own reporter is told. */
  const statusFor = async (path: string, unit: string) => {
    const authorization = `Bearer ${await ledger.token('reporter', unit)}`;
    return (await ledger.get(`/v1/${path}`, 'reporter').set('authorization', authorization)).status;
  };
  /** Every entry is the event itself, under the title that it has there. */
  const expectEvents = async ({ entries }: History) => {
    for (const { eventId, title, seq, data } of entries)
      expect((await ledger.get(`/v1/events/${eventId}`).expect(200)).body).toMatchObject({ eventId, title, seq, data });
  };

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
    await ledger.unit('luan-02', '舒城县');
    await ledger.unit('luan-03', '金寨县');
    await ledger.unit('zhujian', '住建局');
  });
  afterAll(() => ledger.stop());

  const lead = {
    title: '电池材料扩产意向',
    unit: 'luan-01',
    enterprise: '某新材料企业',
    expectedInvestment: '50000',
    channel: 'exhibition',
    occurredOn: '2022-03-01',
  };

  it('of a lead shows its steps, its state of a day and of an as-of, and who shares in it', async () => {
    const id = await post('leads', lead);
    await post(`leads/${id}/qualification`, { occurredOn: '2022-03-05' });
    const { asOf } = await history(`leads/${id}/history`);
    const shares = [
      { unit: 'luan-01', share: '0.4' },
      { unit: 'luan-02', share: '0.6' },
    ];
    await post(`leads/${id}/referral`, { toUnit: 'luan-02', shares, occurredOn: '2022-03-10' });
    expect((await history(`leads/${id}/history`)).state).toMatchObject({
      referral: { from: { name: '霍邱县' }, to: { name: '舒城县' }, offeredOn: '2022-03-10' },
    });
    await post(`leads/${id}/referral/acceptance`, { occurredOn: '2022-03-12' }, 'reporter', 'luan-02');

    const now = await history(`leads/${id}/history`);
    expect(titles(now)).toEqual(['线索登记', '线索认定有效', '线索流转', '接收流转']);
    expect(now.state).toMatchObject({
      status: 'qualified',
      unit: { code: 'luan-02', name: '舒城县' },
      capturedUnit: { code: 'luan-01', name: '霍邱县' },
      shares: [
        { unit: { code: 'luan-01', name: '霍邱县' }, share: '0.4' },
        { unit: { code: 'luan-02', name: '舒城县' }, share: '0.6' },
      ],
    });
    await expectEvents(now);

    const then = await history(`leads/${id}/history?asOf=${asOf.seq}`);
    expect(titles(then)).toEqual(['线索登记', '线索认定有效']);
    expect(then.state).toMatchObject({ unit: { code: 'luan-01' } });
    expect((await history(`leads/${id}/history?on=2022-03-04`)).state).toMatchObject({ status: 'captured' });
    expect((await history(`leads/${id}/history?on=2022-02-28`)).state).toBeNull();
    expect(await statusFor(`leads/${id}/history`, 'luan-01')).toBe(200);
    expect(await statusFor(`leads/${id}/history`, 'luan-03')).toBe(404);
  });

  it('of first contacts shows every claim and how it was settled', async () => {
    const mine = await post('leads', { ...lead, enterprise: '某首谈企业' });
    const theirs = await post('leads', { ...lead, enterprise: '某首谈企业', unit: 'luan-02' }, 'reporter', 'luan-02');
    expect(titles(await history(`leads/${mine}/first-contact/history`))).toEqual([]);
    const claim = { occurredOn: '2022-03-02' };
    await post(`leads/${mine}/first-contact`, claim);
    await post(`leads/${theirs}/first-contact`, claim, 'reporter', 'luan-02');
    await post(`leads/${mine}/first-contact/settlement`, { reason: '先接触', occurredOn: '2022-03-03' }, 'department');
    const both = await history(`leads/${theirs}/first-contact/history`);
    expect(titles(both)).toEqual(['首谈申报', '首谈申报', '首谈裁定']);
    expect(both.entries).toEqual((await history(`leads/${mine}/first-contact/history`)).entries);
    await expectEvents(both);
    expect(await statusFor(`leads/${mine}/first-contact/history`, 'luan-03')).toBe(404);
  });

  it('of an entry of the reserve goes back to a day and to what was known', async () => {
    const entry = { name: '冷链物流园', unit: 'luan-01', idea: '补齐短板', funding: 'fiscal' };
    const id = await post('reserve', { ...entry, plannedInvestment: '12000', occurredOn: '2022-01-10' }, 'department');
    const { asOf } = await history(`reserve/${id}/history`);
    await post(`reserve/${id}/site-check`, { outcome: 'passed', occurredOn: '2022-02-01' });
    const now = await history(`reserve/${id}/history?on=2022-02-11`);
    expect(titles(now)).toEqual(['谋划登记', '多规合一选址核对']);
    expect(now.state).toMatchObject({ site: { outcome: 'passed' }, idleDays: 10, unit: { name: '霍邱县' } });
    await expectEvents(now);
    const then = await history(`reserve/${id}/history?on=2022-02-11&asOf=${asOf.seq}`);
    expect(titles(then)).toEqual(['谋划登记']);
    expect(then.state).toMatchObject({ idleDays: 32 });
    expect((await history(`reserve/${id}/history?on=2022-01-20`)).state).not.toHaveProperty('site');
    expect(await statusFor(`reserve/${id}/history`, 'luan-02')).toBe(404);
  });

  describe('of a project', () => {
    let project: string;
    beforeAll(async () => {
      project = await post('projects', { name: '新材料项目', unit: 'luan-01', occurredOn: '2022-01-05' });
    });

    it('’s approval is told to whom the approval concerns', async () => {
      const terms = { kind: 'eia', department: 'zhujian', days: 'working', statutoryLimit: 7, promisedLimit: 3 };
      const id = await post(`projects/${project}/approvals`, { ...terms, occurredOn: '2022-03-01' });
      const ask = { papers: ['环境影响报告书'], occurredOn: '2022-03-02' };
      await post(`approvals/${id}/supplement-requests`, ask, 'department', 'zhujian');
      const now = await history(`approvals/${id}/history`);
      expect(titles(now)).toEqual(['审批申请', '补正告知']);
      await expectEvents(now);
      expect(await statusFor(`approvals/${id}/history`, 'zhujian')).toBe(200);
      expect(await statusFor(`approvals/${id}/history`, 'luan-02')).toBe(404);
      const { body } = await ledger.get(`/v1/approvals/${id}?on=2022-03-03`).expect(200);
      expect(body).toMatchObject({
        approval: {
          terms: { days: 'working', statutory: 7, promised: 3 },
          supplements: [{ askedOn: '2022-03-02' }],
        },
      });
      expect((await ledger.get(`/v1/approvals/${id}?on=2022-03-01`)).body).toMatchObject({
        approval: { supplements: [] },
      });
    });

    it('’s admission says whether it could sign by what was known', async () => {
      const rules = { checks: [{ code: 'eia', name: '环评可行' }], criteria: [], passScore: 0 };
      await post('admission-rules', { ...rules, from: '2022-06-01' }, 'administrator');
      const before = await history(`projects/${project}/admission/history?on=2022-06-15`);
      expect(before).toMatchObject({ standing: 'not-reviewed', entries: [], project: { unit: { name: '霍邱县' } } });
      const review = { facts: {}, judgements: [{ check: 'eia', passed: true }], scores: [], occurredOn: '2022-06-10' };
      await post(`projects/${project}/admission`, review, 'department');
      const now = await history(`projects/${project}/admission/history?on=2022-06-15`);
      expect(now.standing).toBe('admitted');
      expect(titles(now)).toEqual(['准入评审']);
      await expectEvents(now);
      const then = await history(`projects/${project}/admission/history?on=2022-06-15&asOf=${before.asOf.seq}`);
      expect(then.standing).toBe('not-reviewed');
      expect(await statusFor(`projects/${project}/admission/history`, 'luan-02')).toBe(404);
    });

    it('’s plan lists baseline, revision and annual plan', async () => {
      expect(titles(await history(`projects/${project}/plan/history`))).toEqual([]);
      const milestones = [{ code: 'start', name: '开工', plannedOn: '2022-05-15', order: 1 }];
      await post(`projects/${project}/plan`, { milestones, occurredOn: '2022-02-20' });
      await post(`projects/${project}/annual-plans`, {
        year: 2022,
        investment: '8000',
        startMonth: '2022-05',
        occurredOn: '2022-02-21',
      });
      const now = await history(`projects/${project}/plan/history`);
      expect(titles(now)).toEqual(['基准计划编制', '年度计划下达']);
      await expectEvents(now);
      expect(await statusFor(`projects/${project}/plan/history`, 'luan-02')).toBe(404);
    });

    it('says who answers for it, and finds it by its leader and by a handoff', async () => {
      const listed = async (query: string) =>
        ((await ledger.get(`/v1/responsibilities?${query}`).expect(200)).body as { rows: object[] }).rows;
      await post(`projects/${project}/leaders`, {
        account: 'account-7',
        duty: '包保领导',
        occurredOn: '2022-03-01',
      });
      expect(await listed('leader=account-8')).toEqual([]);
      expect(await listed('handedOver=true')).toEqual([]);
      const handoff = { toUnit: 'luan-02', phase: 'negotiation', occurredOn: '2022-08-01' };
      await post(`projects/${project}/handoffs`, handoff, 'department');
      const eventId = expect.any(String) as unknown as string;
      const line = {
        project: { id: project, name: '新材料项目' },
        stage: 'opened',
        unit: { code: 'luan-02', name: '舒城县' },
        localUnit: { code: 'luan-01', name: '霍邱县' },
        leaders: [{ account: 'account-7', duty: '包保领导', from: '2022-03-01', eventId }],
        tenures: [
          { unit: { code: 'luan-01', name: '霍邱县' }, from: '2022-01-05', eventId },
          { unit: { code: 'luan-02', name: '舒城县' }, from: '2022-08-01', eventId },
        ],
      };
      expect(await listed('leader=account-7')).toEqual([line]);
      expect(await listed('handedOver=true&unit=luan-02')).toEqual([line]);
      expect(await listed('unit=luan-01')).toEqual([]);
      expect(await statusFor('responsibilities?unit=luan-03', 'luan-03')).toBe(200);
    });
  });

  it('of a visit is its record, and a lead finds its visits', async () => {
    const id = await post('leads', { ...lead, title: '另一条线索' });
    const visit = await post('visits', {
      unit: 'luan-01',
      kind: 'outing',
      leaderDuty: '县委书记',
      place: '合肥市',
      from: '2022-03-01',
      to: '2022-03-03',
      inPerson: ['negotiate'],
      leads: [id],
    });
    const now = await history(`visits/${visit}/history`);
    expect(titles(now)).toEqual(['外出招商或来访接待']);
    await expectEvents(now);
    expect(await statusFor(`visits/${visit}/history`, 'luan-02')).toBe(404);
    const { body } = await ledger.get(`/v1/visits?lead=${id}`).expect(200);
    expect((body as { rows: { id: string }[] }).rows.map((row) => row.id)).toEqual([visit]);
    expect((await ledger.get(`/v1/visits?lead=${visit}`).expect(200)).body).toMatchObject({ rows: [] });
  });

  it('of what isn’t there is refused, and so is an as-of that hasn’t come', async () => {
    const id = '9b1f6a52-0000-4000-8000-000000000000';
    for (const path of ['leads', 'reserve', 'approvals', 'visits', 'projects'])
      await ledger.get(`/v1/${path}/${id}/history`).expect(404);
    await ledger.get(`/v1/projects/${id}/plan/history`).expect(404);
    await ledger.get(`/v1/projects/${id}/admission/history`).expect(404);
    const lead1 = await post('leads', lead);
    await ledger.get(`/v1/leads/${lead1}/history?asOf=99999999`).expect(422);
  });

  it('says in words what codes mean', async () => {
    expect((await ledger.get('/v1/vocabulary').expect(200)).body).toMatchObject({
      leadChannels: { exhibition: '重大展会' },
      approvalKinds: { eia: '环境影响评价' },
      inPerson: { negotiate: '亲自推介考察洽谈' },
    });
  });
});
