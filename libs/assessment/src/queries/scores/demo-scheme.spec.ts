import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { postingsProjection } from '#libs/postings';
import { projectStream } from '#libs/projects';
import { unitDirectoryProjection, unitStream } from '#libs/units';
import { visitStream } from '#libs/visits';
import { calculate, statedArithmetic } from '../../../../../test/support/calculator.js';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { schemeStream } from '../../domain/scheme.events.js';
import { type Scheme } from '../../domain/scheme.js';
import { validateScheme } from '../../domain/validate-scheme.js';
import { metricCatalogue } from '../../metrics.js';
import { schemeRegisterProjection } from '../../projections/scheme-register/scheme-register.projection.js';
import { listSchemes } from '../schemes/list-schemes.query.js';
import { assessmentScores } from './assessment-scores.query.js';

const DEMO = new URL('../../../../../cases/demo-scheme.json', import.meta.url);
const scheme = JSON.parse(readFileSync(DEMO, 'utf8')) as Scheme;

/** The published counts of 六安, and what the demonstration scheme makes of them by hand. */
const UNITS = [
  // code, name, signed ≥ 1 亿, ≥ 10 亿, started, outings, [efficacy, count, start rate, outings], total, rank
  ['341502', '金安区', 46, 6, 43, 28, ['37.09', '20.00', '23.37', '15.00'], '95.46', 1],
  ['341523', '舒城县', 52, 5, 39, 24, ['40.00', '20.00', '18.75', '15.00'], '93.75', 2],
  ['kaifaqu', '市开发区', 39, 6, 34, 23, ['33.70', '20.00', '21.79', '15.00'], '90.49', 3],
  ['341522', '霍邱县', 52, 4, 45, 14, ['40.00', '16.00', '21.63', '10.50'], '88.13', 4],
  ['341524', '金寨县', 47, 4, 36, 19, ['37.58', '16.00', '19.15', '14.25'], '86.98', 5],
  ['341525', '霍山县', 45, 4, 34, 17, ['36.61', '16.00', '18.89', '12.75'], '84.25', 6],
  ['341503', '裕安区', 44, 3, 37, 13, ['36.12', '12.00', '21.02', '9.75'], '78.89', 7],
  ['341504', '叶集区', 19, 4, 17, 23, ['24.00', '16.00', '22.37', '15.00'], '77.37', 8],
] as const;
const CLAIMED = { evidence: [], grade: 'claimed' } as const;

function cityLog(): Log {
  const log = new Log();
  for (const [code, name] of UNITS) {
    const data = { code, name, kind: 'district', group: 'all', occurredOn: '2021-12-01' };
    log.append(unitStream(code), { type: 'UnitRegistered', data });
  }
  for (const [unit, , signed, from10, started, outings] of UNITS) {
    for (let n = 0; n < signed; n++) {
      const stream = projectStream(`${unit}-${n}`);
      const amount = n < from10 ? '100000' : '10000';
      const contract = { totalInvestment: amount, fixedAssetInvestment: amount, occurredOn: '2022-05-06', ...CLAIMED };
      log.append(stream, { type: 'ProjectOpened', data: { name: stream, unit, occurredOn: '2022-01-04' } });
      log.append(stream, { type: 'ContractSigned', data: contract });
      if (n < started)
        log.append(stream, { type: 'ConstructionStarted', data: { occurredOn: '2022-09-30', ...CLAIMED } });
    }
    for (let n = 0; n < outings; n++) {
      const days = { from: '2022-03-01', to: '2022-03-02', occurredOn: '2022-03-02' };
      log.append(visitStream(`${unit}-${n}`), {
        type: 'VisitLogged',
        data: { unit, kind: 'outing', place: '市外', ...days },
      });
    }
  }
  const published = { code: scheme.code, version: 1, scheme, occurredOn: '2022-10-01' };
  log.append(schemeStream(scheme.code), { type: 'SchemePublished', data: published });
  return log;
}

describe('the demonstration scheme over the published figures of 六安', () => {
  const log = cityLog();
  const known = log.end;
  let models: ReadModels;

  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection, postingsProjection, schemeRegisterProjection);
    await models.feed(log.events, [200]);
  });
  afterAll(() => models.drop());

  const scores = (subject?: string, asOf = log.end) => assessmentScores(models.sql, { scheme: 'demo', subject }, asOf);
  const eventsOf = (type: string, unit: string) =>
    log.events.filter((event) => event.type === type && event.stream.includes(unit)).map(({ id }) => id);

  it('is a valid scheme', () => {
    expect(validateScheme(scheme, metricCatalogue)).toEqual({ valid: true, scheme });
  });

  it('is listed', async () => {
    const { code, name, version, period, note } = scheme;
    expect(await listSchemes(models.sql, log.end)).toEqual([{ code, name, version, period, note }]);
    expect(await listSchemes(models.sql, known - 1n)).toEqual([]);
  });

  it('gives every unit the scores, total and rank computed by hand', async () => {
    const { rows } = await scores();
    expect(
      rows.map(({ rank, unit, total, indicators }) => [
        unit.code,
        unit.name,
        indicators.map(({ score }) => score),
        total,
        rank,
      ]),
    ).toEqual(UNITS.map(([code, name, , , , , items, total, rank]) => [code, name, items, total, rank]));
  });

  it('prints formulas that a calculator confirms, and inputs that carry as many events as they count', async () => {
    const { rows } = await scores();
    for (const { indicators, total, formula } of rows) {
      const sum = statedArithmetic(formula);
      expect(calculate(sum?.expression ?? '')).toBeCloseTo(Number(total), 8);
      for (const { formula, score, points, inputs } of indicators) {
        const { expression = '', stated } = statedArithmetic(formula) ?? {};
        expect(calculate(expression)).toBeCloseTo(stated ?? NaN, 7);
        expect(Math.abs(Number(score) - Math.min(stated ?? NaN, Number(points)))).toBeLessThan(0.005001);
        for (const { name, value, eventIds } of inputs)
          expect([name, new Set(eventIds).size]).toEqual([name, name === '目标' ? 0 : Number(value)]);
      }
    }
  });

  it('names the very events: a unit’s own, and those of the highest and the lowest it is compared with', async () => {
    const [card] = (await scores('341524')).rows;
    const [efficacy, , rate] = card?.indicators ?? [];
    expect(efficacy?.formula).toBe('(0.6+(1-0.6)×((47-19)÷(52-19)))×40≈37.57575758，四舍五入得 37.58 分');
    expect(efficacy?.inputs.map(({ name, value }) => [name, value])).toEqual([
      ['签约项目数（固定资产投资≥10000 万元）', '47'],
      ['霍邱县：签约项目数（固定资产投资≥10000 万元）', '52'],
      ['叶集区：签约项目数（固定资产投资≥10000 万元）', '19'],
    ]);
    expect(efficacy?.inputs.map(({ eventIds }) => eventIds)).toEqual(
      ['341524', '341522', '341504'].map((unit) => eventsOf('ContractSigned', unit)),
    );
    expect(rate?.formula).toBe('36÷47×25≈19.14893617，四舍五入得 19.15 分');
    expect(rate?.inputs.map(({ eventIds }) => eventIds)).toEqual([
      eventsOf('ConstructionStarted', '341524'),
      eventsOf('ContractSigned', '341524'),
    ]);
  });

  it('refuses a scheme and a unit that it does not know', async () => {
    await expect(assessmentScores(models.sql, { scheme: 'none' }, log.end)).rejects.toMatchObject({
      code: 'SCHEME.UNKNOWN',
    });
    await expect(assessmentScores(models.sql, { scheme: 'demo', version: 2 }, log.end)).rejects.toMatchObject({
      code: 'SCHEME.UNKNOWN',
    });
    await expect(scores('nowhere')).rejects.toMatchObject({ code: 'SCORES.UNIT_NOT_SCORED' });
  });

  it('takes a voided start out of the score and out of its receipt, but not out of what was known before', async () => {
    const stream = projectStream('341524-0');
    const started = log.events.find((event) => event.stream === stream && event.type === 'ConstructionStarted');
    const finding = { eventId: started?.id, milestone: 'start', finding: '未实质动工', occurredOn: '2022-10-08' };
    await models.feed([log.append(stream, { type: 'FigureVoided', data: finding })]);

    const [card] = (await scores('341524')).rows;
    const rate = card?.indicators[2];
    expect(rate?.formula).toBe('35÷47×25≈18.61702128，四舍五入得 18.62 分');
    expect(rate?.inputs[0]?.eventIds).not.toContain(started?.id);
    expect(rate?.inputs[0]?.eventIds).toHaveLength(35);

    const [before] = (await scores('341524', known)).rows;
    expect(before?.indicators[2]?.score).toBe('19.15');
    expect(before?.indicators[2]?.inputs[0]?.eventIds).toContain(started?.id);
  });
});
