import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type Role } from '#libs/access';
import { calculate, statedArithmetic } from '../support/calculator.js';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

type Scheme = { code: string; [field: string]: unknown };
const schemeNamed = (name: string): Scheme =>
  JSON.parse(readFileSync(new URL(`./schemes/${name}.json`, import.meta.url), 'utf8')) as Scheme;

interface Indicator {
  code: string;
  score: string | null;
  formula: string;
  inputs: { name: string; value: string; eventIds: string[]; reason?: string; resultOf?: object }[];
}
interface Card {
  rank: number;
  group?: string;
  unit: { code: string; name: string };
  total: string;
  indicators: Indicator[];
  outcome?: { grade: string | null; lists: string[]; inputs: { name: string; value: string }[] };
}
interface InputLine {
  input: string;
  by: { code: string };
  owed: { code: string }[];
  certified: {
    subject?: { code: string };
    value?: string;
    eventId: string;
    items?: { id: string; counts: boolean }[];
  }[];
}

const ON = { occurredOn: '2022-09-30' };

describe('schemes that nobody has seen, scored through HTTP', () => {
  let ledger: TestLedger;
  beforeAll(async () => {
    ledger = await startTestLedger();
    for (const [code, name] of [
      ['luan-01', '霍邱县'],
      ['luan-02', '舒城县'],
      ['luan-03', '金寨县'],
    ] as const)
      await ledger.unit(code, name);
  });
  afterAll(() => ledger.stop());

  const publish = (scheme: Scheme) => ledger.post('/v1/schemes', { scheme }, 'administrator');
  const certify = async (unit: string, scheme: string, body: object, role: Role = 'department') =>
    ledger.post(`/v1/assessments/${scheme}/inputs`, body, role, {
      authorization: `Bearer ${await ledger.token(role, unit)}`,
    });
  const inputs = async (scheme: string, query = '') =>
    ((await ledger.get(`/v1/assessments/${scheme}/inputs?${query}`).expect(200)).body as { rows: InputLine[] }).rows;
  const scores = async (scheme: string, query = '') =>
    (await ledger.get(`/v1/assessments/${scheme}/scores?${query}`).expect(200)).body as {
      rows: Card[];
      asOf: { seq: string };
    };
  const printed = ({ rows }: { rows: Card[] }) =>
    rows.map(({ rank, unit, indicators, total }) => [rank, unit.code, ...indicators.map(({ score }) => score), total]);

  describe('task forces, by certified numbers and panels', () => {
    const team = (subject: string, values: Record<string, string>) =>
      Object.entries(values).map(([input, value]) => ({ input, subject, value, ...ON }));

    beforeAll(async () => {
      await publish(schemeNamed('task-forces')).expect(201);
    });

    it('say what is owed by whom, and give no score before it is there', async () => {
      const lines = await inputs('task-forces');
      expect(lines.map(({ input, by, owed }) => [input, by.code, owed.length])).toContainEqual(['funds', 'finance', 2]);
      const refused = await ledger.get('/v1/assessments/task-forces/scores').expect(409);
      expect(refused.body).toMatchObject({ code: 'SCORES.INPUT_MISSING' });
      expect((refused.body as { detail: string }).detail).toContain('introduced（office 认定）：新材料专班、装备专班');
    });

    it('score 91.40 from nine certified numbers and five sheets', async () => {
      const sheets = (input: string, ...given: [string, string][]) => ({
        input,
        subject: '新材料专班',
        scores: given.map(([panel, score]) => ({ panel, score })),
        ...ON,
      });
      const office = [
        ...team('新材料专班', { introduced: '4', fitting: '3', 'all-projects': '4', visits: '9', promotions: '1' }),
        ...team('装备专班', { introduced: '0' }),
        sheets('carriers', ['park', '14'], ['town', '12']),
        sheets('crews', ['crew', '13'], ['crew', '14'], ['crew', '12']),
        ...[sheets('carriers', ['park', '10'], ['town', '10']), sheets('crews', ['crew', '9'])].map((sheet) => ({
          ...sheet,
          subject: '装备专班',
        })),
      ];
      const [first] = await Promise.all([
        certify('office', 'task-forces', { inputs: office }),
        certify('finance', 'task-forces', { inputs: team('新材料专班', { funds: '18000' }) }, 'statistics'),
      ]);
      expect(first.status).toBe(201);
      expect(printed(await scores('task-forces'))).toEqual([
        [1, '新材料专班', '24.00', '20.00', '15.00', '13.40', '13.00', '3.00', '3.00', '91.40'],
        [2, '装备专班', '0.00', '0.00', '0.00', '10.00', '9.00', '0.00', '0.00', '19.00'],
      ]);
    });

    it('are the word of the unit that the scheme names, of its subjects, once', async () => {
      const [introduced] = team('新材料专班', { introduced: '5' });
      const end = await ledger.logEnd();
      const refusals: [string, object, number, object][] = [
        ['finance', introduced as object, 403, { code: 'INPUT.NOT_THE_CERTIFYING_UNIT', field: 'inputs[0].input' }],
        ['office', introduced as object, 409, { code: 'INPUT.ALREADY_CERTIFIED' }],
        [
          'office',
          { ...introduced, subject: '别的专班' },
          422,
          { code: 'INPUT.NOT_A_SUBJECT', field: 'inputs[0].subject' },
        ],
        ['office', { ...introduced, input: 'profits' }, 422, { code: 'INPUT.UNKNOWN', field: 'inputs[0].input' }],
        ['office', { ...introduced, value: 5 }, 400, { field: 'inputs.0.value' }],
        ['office', { ...introduced, value: undefined }, 422, { code: 'INPUT.WRONG_FORM', field: 'inputs[0].value' }],
      ];
      for (const [unit, input, status, problem] of refusals) {
        const refused = await certify(unit, 'task-forces', { inputs: [input] });
        expect({ status: refused.status, ...refused.body }).toMatchObject({ ...problem, status });
      }
      const auditor = await certify('office', 'task-forces', { inputs: [introduced] }, 'auditor');
      expect(auditor.status).toBe(403);
      expect(await ledger.logEnd()).toBe(end);
    });

    it('are corrected by name and reason, and what was known before stays', async () => {
      const before = await scores('task-forces');
      const line = (await inputs('task-forces')).find(({ input }) => input === 'introduced');
      const { eventId } = line?.certified.find(({ subject }) => subject?.code === '新材料专班') ?? {};
      const correction = {
        input: 'introduced',
        subject: '新材料专班',
        value: '5',
        corrects: eventId,
        reason: '漏计一个',
        ...ON,
      };
      expect((await certify('office', 'task-forces', { inputs: [correction] })).status).toBe(201);
      const [card] = (await scores('task-forces')).rows;
      expect(card?.total).toBe('97.40');
      expect(card?.indicators[0]?.inputs[0]?.eventIds).not.toContain(eventId);
      expect(printed(await scores('task-forces', `asOf=${before.asOf.seq}`))).toEqual(printed(before));
    });
  });

  it('scores people by deductions from what they start with: 35 + 25 + 3 = 63', async () => {
    await publish(schemeNamed('staff')).expect(201);
    const of = (subject: string, input: string, value: string) => ({ input, subject, value, ...ON });
    const body = {
      inputs: [
        of('account-1', 'leads', '9'),
        of('account-1', 'bad-work', '1'),
        of('account-1', 'late', '2'),
        of('account-2', 'leads', '14'),
        of('account-2', 'late', '9'),
        of('account-3', 'leads', '1'),
      ],
    };
    expect((await certify('office', 'staff', body)).status).toBe(201);
    expect(printed(await scores('staff'))).toEqual([
      [1, 'account-2', '50', '30', '2', '82'],
      [2, 'account-1', '35', '25', '3', '63'],
      [3, 'account-3', '0', '30', '5', '35'],
    ]);
  });

  it('gives people part of what the groups earned that they work in', async () => {
    const members = { 'account-1': ['新材料专班'], 'account-2': ['新材料专班', '装备专班'] };
    const teams = { kind: 'members', members, combine: 'mean' };
    const [leads] = schemeNamed('staff').indicators as object[];
    const team = {
      code: 'team',
      name: '所在专班',
      role: 'scored',
      points: '50',
      cap: '50',
      floor: '0',
      source: { kind: 'scheme', scheme: 'task-forces', take: 'normalised', of: teams, missing: 'zero' },
      shape: { kind: 'proportional' },
    };
    const staffYear = {
      ...schemeNamed('staff'),
      code: 'staff-year',
      points: '100',
      subjects: { kind: 'list', of: 'person', codes: ['account-1', 'account-2', 'account-3'] },
      rounding: { stage: 'indicator', places: 2, mode: 'half-up', total: { places: 1, mode: 'half-up' } },
      indicators: [team, leads],
    };
    await publish(staffYear).expect(201);
    const of = (subject: string, value: string) => ({ input: 'leads', subject, value, ...ON });
    const body = { inputs: [of('account-1', '12'), of('account-2', '11'), of('account-3', '12')] };
    expect((await certify('office', 'staff-year', body)).status).toBe(201);
    // 97.40÷100×50; (97.40+19.00)÷200×50; no group at all.
    expect(printed(await scores('staff-year'))).toEqual([
      [1, 'account-1', '48.70', '50.00', '98.7'],
      [2, 'account-2', '29.10', '45.00', '74.1'],
      [3, 'account-3', '0.00', '50.00', '50.0'],
    ]);
  });

  describe('districts in groups of their own, by postings, targets and lists', () => {
    const item = (id: string, investment: string, more = {}) => ({
      id,
      name: `项目${id}`,
      values: { investment },
      ...more,
    });
    const list = (subject: string, ...items: object[]) => ({ input: 'projects', subject, items, ...ON });

    beforeAll(async () => {
      for (const [unit, amount] of [
        ['luan-01', '10'],
        ['luan-02', '4'],
        ['luan-03', '2'],
      ] as const)
        await ledger
          .post(
            '/v1/targets',
            {
              subject: { kind: 'unit', code: unit },
              metric: 'signed-projects',
              year: 2022,
              amount,
              schedule: { kind: 'even' },
              occurredOn: '2022-01-10',
            },
            'department',
          )
          .expect(201);
      const signed = ['luan-01', 'luan-01', 'luan-01', 'luan-01', 'luan-02', 'luan-02', 'luan-02', 'luan-03'];
      for (const [index, unit] of signed.entries()) {
        const opened = await ledger
          .post('/v1/projects', { name: `项目${index}`, unit, occurredOn: '2022-01-05' }, 'department')
          .expect(201);
        // The last project of luan-02 is below the band.
        const totalInvestment = index === 6 ? '9999' : '10000';
        const contract = { totalInvestment, fixedAssetInvestment: '8000', occurredOn: '2022-02-10' };
        const { id } = opened.body as { id: string };
        await ledger.post(`/v1/projects/${id}/contract`, contract, 'department').expect(201);
      }
      await publish(schemeNamed('districts')).expect(201);
      const body = {
        inputs: [
          list('luan-01', item('p1', '3.15', { share: '0.5' }), item('p2', '1')),
          list('luan-02', item('p1', '3.15', { share: '0.5' }), item('p3', '9', { tags: ['real-estate'] })),
        ],
      };
      expect((await certify('office', 'districts', body)).status).toBe(201);
    });

    it('weigh by group, split what is shared to the last cent, leave out what is not recognised', async () => {
      // luan-01: 4÷10×60; (1.58+1)×10. luan-02: 2÷4×40; 1.57×10, real estate excluded. luan-03: 1÷2×40.
      const found = await scores('districts');
      expect(printed(found)).toEqual([
        [1, 'luan-01', '24.00', '25.80', '0.00', '49.80'],
        [1, 'luan-02', '20.00', '15.70', '0.00', '35.70'],
        [2, 'luan-03', '20.00', '0.00', '0.00', '20.00'],
      ]);
      expect(found.rows.map(({ group }) => group)).toEqual(['一类', '二类', '二类']);
      const [signed, projects] = found.rows[0]?.indicators ?? [];
      expect(signed?.inputs.map(({ name, value, eventIds }) => [name, value, eventIds.length])).toEqual([
        ['签约项目数（总投资≥10000 万元）', '4', 4],
        ['签约项目数全年目标', '10', 1],
        ['目标', '10', 0],
      ]);
      const { expression = '', stated } = statedArithmetic(signed?.formula ?? '') ?? {};
      expect(calculate(expression)).toBeCloseTo(stated ?? NaN, 8);
      expect(projects?.formula).toContain('1.58');
    });

    it('take an item out by a decision, with its reason, and back in by another', async () => {
      const decide = async (counts: boolean) =>
        ledger.post(
          '/v1/assessments/districts/recognitions',
          { decisions: [{ input: 'projects', subject: 'luan-01', item: 'p2', counts, reason: '财政投资', ...ON }] },
          'department',
          { authorization: `Bearer ${await ledger.token('department', 'office')}` },
        );
      expect((await decide(false)).status).toBe(201);
      expect(printed(await scores('districts', 'subject=luan-01'))).toEqual([
        [1, 'luan-01', '24.00', '15.80', '0.00', '39.80'],
      ]);
      const line = (await inputs('districts')).find(({ input }) => input === 'projects');
      expect(line?.certified[0]?.items).toMatchObject([
        { id: 'p1', counts: true },
        { id: 'p2', counts: false, decision: { reason: '财政投资' } },
      ]);
      expect((await decide(false)).body).toMatchObject({ code: 'INPUT.ALREADY_DECIDED' });
      expect((await decide(true)).status).toBe(201);
      expect((await scores('districts', 'subject=luan-01')).rows[0]?.total).toBe('49.80');
    });

    it('give an award within its range, on an approver’s word', async () => {
      const award = (points: string) => ({ input: 'award', subject: 'luan-03', points, reason: '承办现场会', ...ON });
      expect((await certify('office', 'districts', { inputs: [award('2')] })).body).toMatchObject({
        code: 'INPUT.UNAPPROVED',
        field: 'approvedBy',
      });
      const approved = { approvedBy: 'account-9' };
      expect((await certify('office', 'districts', { inputs: [award('3.5')], ...approved })).body).toMatchObject({
        code: 'INPUT.OUTSIDE_RANGE',
        field: 'inputs[0].points',
      });
      expect((await certify('office', 'districts', { inputs: [award('2')], ...approved })).status).toBe(201);
      const [card] = (await scores('districts', 'subject=luan-03')).rows;
      expect(card?.total).toBe('22.00');
      expect(card?.indicators[2]).toMatchObject({ score: '2.00', inputs: [{ value: '2', reason: '承办现场会' }] });
    });

    it('roll up into the year’s result, beside statistics that are one for all', async () => {
      await publish(schemeNamed('year')).expect(201);
      const growth = (subject: string, value: string) => ({ input: 'growth', subject, value, ...ON });
      const body = {
        inputs: [
          { input: 'city-growth', value: '8.5', ...ON },
          growth('luan-01', '10'),
          growth('luan-02', '8.5'),
          growth('luan-03', '-1.5'),
        ],
      };
      expect((await certify('statistics', 'year', body, 'statistics')).status).toBe(201);
      // 49.80÷100×60, 30+1.5×2; 35.70÷100×60, 30; 22÷100×60, 30-10×1.
      const found = await scores('year');
      expect(printed(found)).toEqual([
        [1, 'luan-01', '29.88', '33.00', '62.88'],
        [2, 'luan-02', '21.42', '30.00', '51.42'],
        [3, 'luan-03', '13.20', '20.00', '33.20'],
      ]);
      expect(found.rows[0]?.indicators[0]?.inputs[0]?.resultOf).toEqual({
        scheme: 'districts',
        version: 1,
        subject: 'luan-01',
      });
    });

    it('hold their targets as they stood, and as they are after a revision with its reason', async () => {
      const before = await scores('districts', 'subject=luan-02');
      const revision = {
        subject: { kind: 'unit', code: 'luan-02' },
        metric: 'signed-projects',
        year: 2022,
        amount: '5',
        schedule: { kind: 'even' },
        reason: '任务调整',
        approvedBy: 'account-1',
        occurredOn: '2022-06-01',
      };
      await ledger.post('/v1/targets/revisions', revision, 'department').expect(201);
      // 2÷5×40, where it was 2÷4×40; what the year's result takes from it goes along.
      expect(printed(await scores('districts', 'subject=luan-02'))).toEqual([
        [1, 'luan-02', '16.00', '15.70', '0.00', '31.70'],
      ]);
      expect(printed(await scores('districts', `subject=luan-02&asOf=${before.asOf.seq}`))).toEqual(printed(before));
      const year = async (query = '') => printed(await scores('year', `subject=luan-02${query}`));
      expect(await year()).toEqual([[2, 'luan-02', '19.02', '30.00', '49.02']]);
      expect(await year(`&asOf=${before.asOf.seq}`)).toEqual([[2, 'luan-02', '21.42', '30.00', '51.42']]);
    });

    it('end a second year in the last grade: a list by the grades of two schemes', async () => {
      const last = (code: string) => ({
        kind: 'scheme',
        scheme: code,
        take: 'grade',
        of: { kind: 'same' },
        missing: 'refuse',
      });
      const graded = (code: string, limit: string, lists: object[]) => ({
        ...schemeNamed('year'),
        code,
        outcome: {
          grades: { by: 'total', bands: [{ grade: '达标', limit }], otherwise: '不达标', vacancies: 'kept' },
          lists,
        },
      });
      const isLast = (of: object) => ({ kind: 'compare', of, is: 'equal', than: '2' });
      const twice = { kind: 'all', of: [isLast({ kind: 'result', take: 'grade' }), isLast(last('first-year'))] };
      await publish(graded('first-year', '50', [])).expect(201);
      await publish(graded('second-year', '35', [{ code: 'talk', name: '约谈', when: twice }])).expect(201);
      const values = { 'luan-01': '10', 'luan-02': '8.5', 'luan-03': '-1.5' };
      for (const code of ['first-year', 'second-year']) {
        const growth = Object.entries(values).map(([subject, value]) => ({ input: 'growth', subject, value, ...ON }));
        const body = { inputs: [{ input: 'city-growth', value: '8.5', ...ON }, ...growth] };
        expect((await certify('statistics', code, body, 'statistics')).status).toBe(201);
      }
      // 62.88, 49.02 and 33.20: the second and third miss 50, the third misses 35 too.
      const { rows } = await scores('second-year');
      expect(rows.map(({ unit, outcome }) => [unit.code, outcome?.grade, outcome?.lists])).toEqual([
        ['luan-01', '达标', []],
        ['luan-02', '达标', []],
        ['luan-03', '不达标', ['talk']],
      ]);
      expect(rows[2]?.outcome?.inputs.map(({ name, value }) => [name, value])).toEqual([
        ['“年度综合考核”金寨县等次“不达标”', '2'],
      ]);
    });

    it('roll up nothing that is not published, and not themselves', async () => {
      const year = schemeNamed('year');
      const of = (code: string, scheme: string, version = 1) => ({
        ...year,
        code,
        version,
        indicators: (year.indicators as { source: object }[]).map((indicator, index) =>
          index === 0 ? { ...indicator, source: { ...indicator.source, scheme } } : indicator,
        ),
      });
      expect((await publish(of('half', 'nothing')).expect(422)).body).toMatchObject({
        errors: [{ field: 'scheme.indicators[0].source.scheme', code: 'SCHEME.UNKNOWN_SCHEME' }],
      });
      await publish(of('half', 'year')).expect(201);
      expect((await publish(of('year', 'half', 2)).expect(422)).body).toMatchObject({
        errors: [{ field: 'scheme.indicators[0].source.scheme', code: 'SCHEME.CYCLIC' }],
      });
    });
  });
});
