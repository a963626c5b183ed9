import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { LedgerClient, askReceipt, receiptText, scoreNamed } from '#apps/ledger';
import { Decimal } from '#libs/values';
import { faultOf } from '../support/receipt.js';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

const schemeNamed = (name: string): object =>
  JSON.parse(readFileSync(new URL(`./schemes/${name}.json`, import.meta.url), 'utf8')) as object;

const ON = { occurredOn: '2022-09-30' };

/** What a person does with the printed receipt: nothing but its own lines goes in. */
function checkByHand(text: string): { formulas: number; sums: number } {
  const lines = text.split('\n');
  const formulas = lines.flatMap((line) => /^ *算式 {2}(.*)$/.exec(line)?.[1] ?? []);
  for (const formula of formulas) expect([formula, faultOf(formula)]).toEqual([formula, undefined]);

  let sums = 0;
  lines.forEach((line, index) => {
    const [, indent = '', value = '', count] = /^( *)依据 {2}.* = (-?[\d.]+)（(\d+) 笔合计）/.exec(line) ?? [];
    if (count === undefined) return;
    const rest = lines.slice(index + 1);
    const end = rest.findIndex((below) => !below.startsWith(`${indent}  `));
    const entries = rest.slice(0, end < 0 ? undefined : end).filter((below) => below.trim().startsWith('台账'));
    const sum = entries.reduce((total, entry) => total.plus(entry.split(' ').at(-1) ?? NaN), new Decimal(0));
    expect([line, entries.length, sum.toFixed()]).toEqual([line, Number(count), value]);
    sums += 1;
  });

  const scores = lines.flatMap((line) => /^指标 .*得分 (-?[\d.]+)$/.exec(line)?.[1] ?? []);
  const total = /^总分 {2}(-?[\d.]+)$/m.exec(text)?.[1];
  expect(scores.reduce((sum, score) => sum.plus(score), new Decimal(0)).toFixed(2)).toBe(total);
  return { formulas: formulas.length, sums };
}

describe('a score explained on the command line', () => {
  let ledger: TestLedger;
  let client: LedgerClient;
  let token: string;

  beforeAll(async () => {
    ledger = await startTestLedger();
    client = new LedgerClient(ledger.url);
    token = await ledger.token('auditor');
    for (const code of ['luan-01', 'luan-02', 'luan-03']) await ledger.unit(code, `单位${code}`);
    for (const [unit, amount] of [
      ['luan-01', '7'],
      ['luan-02', '3'],
      ['luan-03', '3'],
    ] as const) {
      const target = { metric: 'signed-projects', year: 2022, amount, schedule: { kind: 'even' }, ...ON };
      await ledger.post('/v1/targets', { subject: { kind: 'unit', code: unit }, ...target }, 'department').expect(201);
    }
    for (let index = 0; index < 5; index++) {
      const body = { name: `项目${index}`, unit: index < 3 ? 'luan-01' : 'luan-02', occurredOn: '2022-01-05' };
      const { id } = (await ledger.post('/v1/projects', body, 'department').expect(201)).body as { id: string };
      const contract = { totalInvestment: '20000', fixedAssetInvestment: '8000', occurredOn: '2022-02-10' };
      await ledger.post(`/v1/projects/${id}/contract`, contract, 'department').expect(201);
    }
    for (const name of ['districts', 'year'])
      await ledger.post('/v1/schemes', { scheme: schemeNamed(name) }, 'administrator').expect(201);
    const certify = async (unit: string, scheme: string, inputs: object[], more = {}) =>
      ledger
        .post(`/v1/assessments/${scheme}/inputs`, { inputs, ...more }, 'department', {
          authorization: `Bearer ${await ledger.token('department', unit)}`,
        })
        .expect(201);
    const projects = [{ id: 'p1', name: '电池项目', values: { investment: '1.234' }, share: '1/3' }];
    const award = { input: 'award', subject: 'luan-01', points: '1.5', reason: '承办现场会', ...ON };
    const list = { input: 'projects', subject: 'luan-01', items: projects, ...ON };
    await certify('office', 'districts', [list, award], { approvedBy: 'account-9' });
    const growth = ['luan-01', 'luan-02', 'luan-03'].map((subject) => ({
      input: 'growth',
      subject,
      value: '9.1',
      ...ON,
    }));
    const last = await certify('statistics', 'year', [{ input: 'city-growth', value: '8.4', ...ON }, ...growth]);
    await ledger.get('/v1/assessments').query({ minPosition: (last.body as { position: string }).position });
  });
  afterAll(() => ledger.stop());

  const explain = (score: string, more = {}) => askReceipt(client, token, { ...scoreNamed(score), ...more });

  it('prints lines that a person with a calculator finds right, down to the entries of the ledger', async () => {
    const text = receiptText(await explain('districts/luan-01'));
    expect(checkByHand(text)).toEqual({ formulas: 4, sums: 1 });
    expect(text).toContain('方案  县区分类考核（districts 第 1 版，2022-01-01 至 2022-12-31）');
    expect(text).toContain('算式  3÷7×60≈25.71428571，四舍五入得 25.71 分');
    expect(text).toMatch(
      /依据 {2}签约项目数（总投资≥10000 万元） = 3（3 笔合计）\n +事件 {2}\d+ ContractSigned 2022-02-10 project-/,
    );
    expect(text).toMatch(
      /依据 {2}签约项目数全年目标 = 7\n +事件 {2}\d+ TargetSet 2022-09-30 target-signed-projects-2022/,
    );
    expect(text).toContain('理由：承办现场会');
  });

  it('says what it lacks where events are set aside', async () => {
    const receipt = await explain('districts/luan-01');
    expect(receiptText(receipt)).not.toContain('不全');
    const asOf = { ...receipt.asOf, incomplete: { parked: 2 } };
    expect(receiptText({ ...receipt, asOf })).toContain('不全  2 个事件搁置待补办，所述未计入\n');
  });

  it('says of a rolled-up result where its own receipt is', async () => {
    const text = receiptText(await explain('year/luan-01'));
    checkByHand(text);
    expect(text).toContain('其依据见 ledger explain districts/luan-01');
  });

  it('keeps to one indicator, to a version and to what was known', async () => {
    const whole = await explain('districts/luan-02/signed');
    expect(whole.indicators.map(({ code }) => code)).toEqual(['signed']);
    const last = whole.indicators[0]?.inputs[0]?.events.at(-1);
    const before = await explain('districts/luan-02/signed', { asOf: String(whole.asOf.seq), version: '1' });
    expect(before).toEqual(whole);
    expect(last).toMatchObject({ type: 'ContractSigned', postings: [{ metric: 'signed-projects', quantity: '1' }] });
    await expect(explain('districts/luan-02/none')).rejects.toThrow('RECEIPT.UNKNOWN_INDICATOR');
    await expect(explain('districts/nobody')).rejects.toThrow('SCORES.UNIT_NOT_SCORED');
    expect(() => scoreNamed('districts')).toThrow('得分须写作');
  });
});
