import { describe, expect, it } from '@jest/globals';
import { type ImportFile, type Problem, type PublishedCase, readImportFile } from './index.js';

const TODAY = '2023-01-01';

const FILE: ImportFile = {
  form: 'ledger-import/1',
  title: '一季度通报',
  source: '公开通报',
  period: { from: '2022-01-01', to: '2022-03-31' },
  units: [
    { code: 'east-01', name: '东区', kind: 'district', group: '县区' },
    { code: 'zone-01', name: '高新区', kind: 'development-zone', group: '开发区' },
  ],
  projects: [
    {
      row: 1,
      unit: 'east-01',
      name: '项目一',
      totalInvestment: '20000',
      fixedAssetInvestment: '10000.5',
      signedOn: '2022-01-10',
      startedOn: '2022-01-10',
    },
    {
      row: 2,
      unit: 'zone-01',
      name: '项目二',
      totalInvestment: '50000',
      fixedAssetInvestment: '50000',
      signedOn: '2022-02-10',
      introducer: { creditCode: '91350100M000100Y43' },
    },
  ],
  outings: [{ row: 3, unit: 'east-01', place: '市外', from: '2022-03-30', to: '2022-03-31' }],
};

const CASE: PublishedCase = {
  title: '一季度通报',
  source: '公开通报',
  period: { from: '2022-01-01', to: '2022-03-31' },
  totals: { signed_ge_1yi: 5, outings: 3 },
  units: [
    {
      unit: '东区',
      signed_ge_1yi: 3,
      signed_ge_5yi: 2,
      signed_ge_10yi: 1,
      started_ge_1yi: 2,
      start_rate_pct: '66.7',
      outings: 1,
    },
    { unit: '高新区', signed_ge_1yi: 2, signed_ge_5yi: 0, signed_ge_10yi: 0, started_ge_1yi: 2, outings: 2 },
  ],
};

/** Puts a value at a path such as `projects.0.name`; undefined takes it away. */
const put = (content: object, path: string, value: unknown): void => {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce((at, key) => at[key] as Record<string, unknown>, content as Record<string, unknown>);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
};

/** What is said of a file after changes that spoil it. */
const problemsAfter = (content: object, changes: Record<string, unknown>): readonly Problem[] => {
  const changed = structuredClone(content);
  for (const [path, value] of Object.entries(changes)) put(changed, path, value);
  const result = readImportFile(JSON.stringify(changed), TODAY);
  return result.ok ? [] : result.problems;
};

const brief = (problems: readonly Problem[]) => problems.map(({ row, field, code }) => [row, field, code]);

describe('an import file', () => {
  it('that is right is taken as it stands', () => {
    expect(readImportFile(JSON.stringify(FILE), TODAY)).toEqual({ ok: true, file: FILE, warnings: [] });
  });

  it.each<[string, Record<string, unknown>, [number | undefined, string, string]]>([
    ['an unknown field in a row', { 'projects.0.colour': 'red' }, [1, 'colour', 'FIELD.UNKNOWN']],
    ['an unknown field of the file', { colour: 'red' }, [undefined, 'colour', 'FIELD.UNKNOWN']],
    ['a missing field', { 'projects.1.signedOn': undefined }, [2, 'signedOn', 'FIELD.MISSING']],
    ['a missing list', { outings: undefined }, [undefined, 'outings', 'FIELD.MISSING']],
    ['a list that is none', { projects: {} }, [undefined, 'projects', 'FIELD.WRONG_TYPE']],
    ['a row that is no object', { 'projects.1': 7 }, [2, '', 'FIELD.WRONG_TYPE']],
    ['negative money', { 'projects.1.totalInvestment': '-1' }, [2, 'totalInvestment', 'FIELD.NOT_MONEY']],
    ['money as a number', { 'projects.1.totalInvestment': 50000 }, [2, 'totalInvestment', 'FIELD.NOT_MONEY']],
    ['money that is NaN', { 'projects.1.totalInvestment': 'NaN' }, [2, 'totalInvestment', 'FIELD.NOT_MONEY']],
    ['a day that no calendar has', { 'projects.1.signedOn': '2022-02-30' }, [2, 'signedOn', 'FIELD.NOT_DAY']],
    ['a blank name', { 'projects.0.name': '  ' }, [1, 'name', 'FIELD.NOT_TEXT']],
    ['a name of two lines', { 'projects.0.name': '甲\n乙' }, [1, 'name', 'FIELD.NOT_TEXT']],
    [
      'a slip in a credit code',
      { 'projects.1.introducer.creditCode': '91350100M000100Y44' },
      [2, 'introducer.creditCode', 'FIELD.NOT_CREDIT_CODE'],
    ],
    ['a person who introduces', { 'projects.1.introducer': '某先生' }, [2, 'introducer', 'FIELD.WRONG_TYPE']],
    ['a row number that is none', { 'outings.0.row': 0 }, [0, 'row', 'FIELD.NOT_COUNT']],
    ['a unit code out of form', { 'units.0.code': '东区' }, [undefined, 'units[0].code', 'FIELD.NOT_UNIT_CODE']],
    ['an unknown kind', { 'units.1.kind': 'village' }, [undefined, 'units[1].kind', 'FIELD.NOT_A_CHOICE']],
    ['no unit at all', { units: [] }, [undefined, 'units', 'FIELD.WRONG_TYPE']],
    ['an unknown unit', { 'projects.1.unit': 'west-01' }, [2, 'unit', 'UNIT.UNKNOWN']],
    ['a unit twice', { 'units.2': FILE.units[0] }, [undefined, 'units[2].code', 'UNIT.DUPLICATE']],
    ['a row number twice', { 'outings.0.row': 2 }, [2, 'row', 'ROW.DUPLICATE']],
    [
      'fixed assets above the total',
      { 'projects.0.fixedAssetInvestment': '20000.000001' },
      [1, 'fixedAssetInvestment', 'CONTRACT.FIXED_ASSETS_EXCEED_TOTAL'],
    ],
    [
      'a start before the contract',
      { 'projects.0.startedOn': '2022-01-09' },
      [1, 'startedOn', 'PROJECT.START_BEFORE_CONTRACT'],
    ],
    ['a day outside the period', { 'projects.1.signedOn': '2022-04-01' }, [2, 'signedOn', 'DAY.OUTSIDE_PERIOD']],
    ['an outing that ends before it starts', { 'outings.0.to': '2022-03-29' }, [3, 'to', 'VISIT.ENDS_BEFORE_START']],
    [
      'a period that ends before it starts',
      { projects: [], outings: [], period: { from: '2022-03-31', to: '2022-01-01' } },
      [undefined, 'period.to', 'PERIOD.ENDS_BEFORE_START'],
    ],
  ])('with %s is refused', (_, changes, expected) => {
    expect(brief(problemsAfter(FILE, changes))).toEqual([expected]);
  });

  it('with a day in the future is refused', () => {
    const changes = { 'period.to': '2023-12-31', 'projects.1.signedOn': '2023-01-02' };
    expect(brief(problemsAfter(FILE, changes))).toEqual([[2, 'signedOn', 'DAY.IN_FUTURE']]);
  });

  it('reports every bad row, each in Chinese', () => {
    const problems = problemsAfter(FILE, {
      'projects.0.totalInvestment': '-5',
      'projects.1.signedOn': '昨天',
      'outings.0.place': undefined,
    });
    expect(problems.map(({ row }) => row)).toEqual([1, 2, 3]);
    for (const { message } of problems) expect(message).toMatch(/[一-龥]/);
  });
});

describe('a published case', () => {
  it('is turned into an import file', () => {
    const result = readImportFile(JSON.stringify(CASE), TODAY);
    expect(result).toMatchObject({ ok: true, warnings: [], file: { form: 'ledger-import/1', title: '一季度通报' } });
    expect(result.ok && [result.file.projects.length, result.file.outings.length]).toEqual([5, 3]);
  });

  it.each<[string, Record<string, unknown>, [number | undefined, string, string]]>([
    ['≥ 5 亿 above ≥ 1 亿', { 'units.0.signed_ge_5yi': 4 }, [1, 'signed_ge_5yi', 'CASE.BANDS_DO_NOT_NEST']],
    ['≥ 10 亿 above ≥ 5 亿', { 'units.1.signed_ge_10yi': 1 }, [2, 'signed_ge_10yi', 'CASE.BANDS_DO_NOT_NEST']],
    [
      'more started than signed',
      { 'units.1.started_ge_1yi': 3 },
      [2, 'started_ge_1yi', 'CASE.MORE_STARTED_THAN_SIGNED'],
    ],
    ['a negative count', { 'units.1.outings': -1 }, [2, 'outings', 'FIELD.NOT_COUNT']],
    ['a fraction', { 'units.1.outings': 1.5 }, [2, 'outings', 'FIELD.NOT_COUNT']],
    ['a count as text', { 'units.1.outings': '2' }, [2, 'outings', 'FIELD.NOT_COUNT']],
    ['a missing count', { 'units.0.outings': undefined }, [1, 'outings', 'FIELD.MISSING']],
    ['a unit twice', { 'units.1.unit': '东区' }, [2, 'unit', 'UNIT.DUPLICATE']],
    ['a day that is none', { 'period.from': '2022-13-01' }, [undefined, 'period.from', 'FIELD.NOT_DAY']],
    ['a period in the future', { 'period.to': '2023-01-02' }, [undefined, 'period.to', 'DAY.IN_FUTURE']],
    ['no units', { units: undefined }, [undefined, 'units', 'FIELD.MISSING']],
  ])('with %s is refused', (_, changes, expected) => {
    expect(brief(problemsAfter(CASE, changes))).toEqual([expected]);
  });

  it('that contradicts its own totals or rates is taken with a warning', () => {
    const contradictory = structuredClone(CASE);
    contradictory.totals = { signed_ge_1yi: 6 };
    contradictory.units[0] = { ...contradictory.units[0]!, start_rate_pct: '66.6' };
    const result = readImportFile(JSON.stringify(contradictory), TODAY);
    expect(result.ok && brief(result.warnings)).toEqual([
      [undefined, 'totals.signed_ge_1yi', 'CASE.TOTAL_DIFFERS'],
      [1, 'start_rate_pct', 'CASE.RATE_DIFFERS'],
    ]);
  });
});

describe('a file of no known form', () => {
  it.each([
    ['text', 'not JSON', 'FILE.NOT_JSON'],
    ['an empty file', '', 'FILE.NOT_JSON'],
    ['a list', '[]', 'FILE.UNKNOWN_FORM'],
    ['null', 'null', 'FILE.UNKNOWN_FORM'],
    ['another version', '{ "form": "ledger-import/2" }', 'FILE.UNKNOWN_FORM'],
  ])('is refused: %s', (_, text, code) => {
    expect(readImportFile(text, TODAY)).toMatchObject({ ok: false, problems: [{ code }] });
  });
});
