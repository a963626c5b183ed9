import { describe, expect, it } from '@jest/globals';
import { branch, leaf, quantity, rate, scheme, subject } from '../../../../test/support/assessment-scheme.js';
import { type Reading } from './figures.js';
import {
  type Composite,
  type Indicator,
  type Measured,
  type MetricCatalogue,
  type Scheme,
  leavesOf,
} from './scheme.js';
import { scoreScheme } from './score.js';
import { validateScheme } from './validate-scheme.js';

/*
 * Schemes that cities have published, and the figures that they lead to. What the ledger doesn't count yet stands here
 * under metrics of its own name.
 */

const OPEN = { cap: 'none', floor: 'none' };
const BY_TARGET = { each: 'none', zeroTarget: 'not-applicable' } as const;

/** A count of its own: the metric is called like the indicator. */
const item = (code: string, points: string, shape: Measured['shape'], changes: Partial<Measured> = {}): Measured =>
  leaf({
    code,
    name: code,
    points,
    ...OPEN,
    source: { kind: 'metric', metric: code },
    target: undefined,
    shape,
    ...changes,
  });

/** The same for every unit: a target that is a round number. */
const toward = (each: string) => ({ target: { ...BY_TARGET, each } });
const capped = (cap: string, floor = 'none') => ({ cap, floor });
const proportional = { kind: 'proportional' } as const;
const each = (points: string) => ({ kind: 'count-points', each: points }) as const;

const group = (code: string, parts: Indicator[], changes: Partial<Composite>): Composite =>
  branch(parts, { code, name: code, ...OPEN, ...changes });

/** Refuses to go on with a scheme that the product would refuse. */
function published(points: string, indicators: Indicator[], changes: Partial<Scheme> = {}): Scheme {
  const all = scheme({ points, indicators, ...changes });
  const isRate = ({ source }: Measured) => source.kind === 'metric' && source.zeroDenominator !== undefined;
  const metrics: MetricCatalogue = new Map(
    leavesOf(indicators).map((each) => [each.code, { kind: isRate(each) ? 'rate' : 'quantity', hasAmounts: false }]),
  );
  const checked = validateScheme(JSON.parse(JSON.stringify(all)), metrics);
  if (!checked.valid) throw new Error(JSON.stringify(checked.problems));
  return checked.scheme;
}

/** Scores by unit: the first-level indicators', then the total. */
function scoresOf(of: Scheme, units: Record<string, Record<string, Reading | number>>) {
  const subjects = Object.entries(units).map(([code, found]) =>
    subject(
      code,
      Object.fromEntries(
        Object.entries(found).map(([key, value]) => [key, typeof value === 'number' ? quantity(String(value)) : value]),
      ),
    ),
  );
  return Object.fromEntries(
    scoreScheme(of, subjects).map(({ unit, indicators, total }) => [
      unit.code,
      [...indicators.map(({ score }) => score), total],
    ]),
  );
}

/** One unit's scores. */
const of = (by: Scheme, found: Record<string, Reading | number>) => scoresOf(by, { unit: found }).unit;

describe('2024 全市招商引资考核（六项，每项 0.5 分）', () => {
  const atLeast = (code: string, target: string) =>
    item(
      code,
      '0',
      {
        kind: 'deviation',
        base: '0',
        reference: 'target',
        above: { kind: 'steps', each: '0', per: '1', of: 'value' },
        below: { kind: 'steps', each: '0.1', per: '1', of: 'value' },
        partSteps: 'count',
      },
      { role: 'adjustment', ...toward(target) },
    );
  const minus = (code: string, points: string) => item(code, '0', each(`-${points}`), { role: 'adjustment' });
  const plus = (code: string, points: string) => item(code, '0', each(points), { role: 'adjustment' });
  const by = published('3', [
    item('domestic', '0.5', proportional),
    item('foreign', '0.5', proportional, capped('0.6')),
    group(
      'signed',
      [item('count', '0.25', proportional, toward('27')), item('amount', '0.25', proportional, toward('54'))],
      {
        points: '0.5',
        cap: '0.5',
      },
    ),
    group('large', [atLeast('from-3', '7'), atLeast('from-10', '4'), atLeast('from-20', '1')], {
      points: '0.5',
      base: '0.5',
      floor: '0',
    }),
    group('awards', [plus('award', '0.2'), plus('key-enterprise', '0.2'), plus('platform', '0.1')], {
      points: '0.5',
      cap: '0.5',
    }),
    group('good-faith', [minus('overdue', '0.1'), minus('false', '0.2')], { points: '0.5', base: '0.5', floor: '0' }),
  ]);
  const unit = (figures: number[]) =>
    Object.fromEntries(leavesOf(by.indicators).map(({ code }, index) => [code, figures[index] ?? 0]));

  it('gives the published items and totals of both districts, 2.78 and 2.95', () => {
    const scores = scoresOf(by, {
      a: unit([0.96, 1.2, 28, 177.7, 7, 4, 1, 0, 1, 1, 1, 0]),
      b: unit([0.9, 1.2, 29, 141.94, 9, 4, 1, 0, 2, 1, 1, 0]),
    });
    expect(scores.a).toEqual(['0.48', '0.60', '0.50', '0.50', '0.30', '0.40', '2.78']);
    expect(scores.b).toEqual(['0.45', '0.60', '0.50', '0.50', '0.50', '0.40', '2.95']);
  });

  it('takes 0.1 for each large project that is missing from a band', () => {
    expect(of(by, unit([0, 0, 0, 0, 5, 4, 1, 0, 0, 0, 0, 0]))?.[3]).toBe('0.30');
  });
});

describe('三明 2020 五比五晒', () => {
  const efficacy = { kind: 'efficacy', base: '0.6', better: 'higher', whenEqual: 'full' } as const;

  it('gives 9.00, 7.40 and 5.40 by the 60/40 efficacy coefficient', () => {
    const by = published('9', [item('investment', '9', efficacy)]);
    const scores = scoresOf(by, { 甲: { investment: 12 }, 乙: { investment: 8 }, 丙: { investment: 3 } });
    expect([scores.甲?.[0], scores.乙?.[0], scores.丙?.[0]]).toEqual(['9.00', '7.40', '5.40']);
  });
});

describe('滁州 静态 40%、动态 60%', () => {
  it('blends two efficacy coefficients: 76.00, 95.25, 72.21', () => {
    const efficacy = { kind: 'efficacy', base: '0.6', better: 'higher', whenEqual: 'full' } as const;
    const by = published('100', [item('static', '40', efficacy), item('dynamic', '60', efficacy)], {
      rounding: { stage: 'total', places: 2, mode: 'half-up' },
    });
    const scores = scoresOf(by, {
      甲: { static: 215.3, dynamic: 4.1 },
      乙: { static: 180, dynamic: 9.8 },
      丙: { static: 96.4, dynamic: 7 },
    });
    expect([scores.甲?.[2], scores.乙?.[2], scores.丙?.[2]]).toEqual(['76.00', '95.25', '72.21']);
  });
});

describe('2020 市重点工程综合奖：全年投资计划 25 分', () => {
  const knots = [
    { at: '0', score: '15' },
    { at: '1', score: '25' },
    { at: '1.3', score: '31' },
    { at: '1.7', score: '35' },
  ];
  const by = published('25', [
    item('plan', '25', { kind: 'curve', knots, between: 'linear', below: '15' }, toward('100')),
  ]);

  it.each([
    [0, '15.00'],
    [92.5, '24.25'],
    [100, '25.00'],
    [118, '28.60'],
    [130, '31.00'],
    [150, '33.00'],
    [175, '35.00'],
  ])('gives a completion of %d%% the score %s', (percent, score) => expect(of(by, { plan: percent })?.[0]).toBe(score));

  it('ranks in bands: 1–3, 4–6, 7–10', () => {
    const bands = [
      { to: 3, score: '7' },
      { to: 6, score: '5' },
      { to: 10, score: '3' },
    ];
    const ranks = published('7', [
      item('half-year', '7', { kind: 'rank-points', better: 'higher', bands, beyond: '0' }),
    ]);
    const units = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`u${n + 10}`, { 'half-year': 100 - n }]));
    expect(Object.values(scoresOf(ranks, units)).map(([score]) => score)).toEqual(
      ['7', '7', '7', '5', '5', '5', '3', '3', '3', '3', '0'].map((score) => `${score}.00`),
    );
  });
});

describe('产业专班季度绩效', () => {
  it('gives 24, 20, 15, 13.40, 13 and a bonus of 6: 91.40 in all', () => {
    const panel = (code: string, points: string) => item(code, points, each('1'), capped(points));
    const bonus = (code: string, points: string, cap: string) =>
      item(code, '0', each(points), { role: 'adjustment', ...capped(cap) });
    const by = published('100', [
      item('introduced', '30', proportional, { ...capped('30'), ...toward('5') }),
      item('arrived', '20', proportional, { ...capped('20'), ...toward('15000') }),
      item('fit', '20', proportional, { source: { kind: 'metric', metric: 'fit', zeroDenominator: 'not-applicable' } }),
      group('carrier', [item('park', '10.5', each('0.7')), item('town', '4.5', each('0.3'))], {
        points: '15',
        cap: '15',
      }),
      panel('team', '15'),
      bonus('visits', '0.5', '3'),
      bonus('promotions', '3', 'none'),
      bonus('beyond-target', '2', '6'),
    ]);
    const found = {
      introduced: 4,
      arrived: 18000,
      fit: rate('3', '4'),
      park: 14,
      town: 12,
      team: 13,
      visits: 9,
      promotions: 1,
      'beyond-target': 0,
    };
    expect(of(by, found)).toEqual(['24.00', '20.00', '15.00', '13.40', '13.00', '3.00', '3.00', '0.00', '91.40']);
  });
});

describe('2023 某市：50、30、20', () => {
  it('gives 45 + 30 + 18 = 93.00', () => {
    const by = published('100', [
      item('investment', '50', proportional, { ...capped('50'), ...toward('40') }),
      item('leaders', '30', proportional, { ...capped('30'), ...toward('5') }),
      item('other', '20', each('1'), capped('20')),
    ]);
    expect(of(by, { investment: 36, leaders: 7, other: 18 })).toEqual(['45.00', '30.00', '18.00', '93.00']);
  });
});

describe('每超加、每少扣', () => {
  const stepped = (points: string, step: string, per: string, partSteps: 'count' | 'drop', bounds = OPEN) => {
    const side = { kind: 'steps', each: step, per, of: 'rate' } as const;
    const shape = {
      kind: 'deviation',
      base: points,
      reference: 'target',
      above: side,
      below: side,
      partSteps,
    } as const;
    return published(points, [item('plan', points, shape, { ...bounds, ...toward('100') })]);
  };
  const at = (by: Scheme, percent: number) => of(by, { plan: percent })?.[0];

  it('枣庄 2005: at 105 % 42.5 where part of 2 % counts, 42 where it doesn’t', () => {
    const bounds = capped('55', '25');
    expect(at(stepped('40', '1', '0.02', 'count', bounds), 105)).toBe('42.50');
    expect(at(stepped('40', '1', '0.02', 'drop', bounds), 105)).toBe('42.00');
    expect(at(stepped('40', '1', '0.02', 'drop', bounds), 180)).toBe('55.00');
  });

  it('湘西 2009: 100.6 at 130 %; at 75 % 99.6 by steps and 99.5 continuously', () => {
    expect(at(stepped('100', '0.2', '0.1', 'drop'), 130)).toBe('100.60');
    expect(at(stepped('100', '0.2', '0.1', 'drop'), 75)).toBe('99.60');
    expect(at(stepped('100', '0.2', '0.1', 'count'), 75)).toBe('99.50');
  });

  it.each([
    [99.9, '0.00'],
    [100, '60.00'],
    [140, '62.00'],
    [400, '70.00'],
  ])('断崖式 2006: %d%% gives %s', (percent, score) => {
    const above = { kind: 'steps', each: '0.5', per: '0.1', of: 'rate' } as const;
    const shape = {
      kind: 'deviation',
      base: '60',
      reference: 'target',
      above,
      below: { kind: 'no-points' },
      partSteps: 'drop',
    } as const;
    expect(at(published('60', [item('plan', '60', shape, { ...capped('70'), ...toward('100') })]), percent)).toBe(
      score,
    );
  });

  it('广西某市: above the target by 亿元, below it by percentage points: 26.2 and 24.0', () => {
    const shape = {
      kind: 'deviation',
      base: '25',
      reference: 'target',
      above: { kind: 'steps', each: '0.1', per: '1', of: 'value' },
      below: { kind: 'steps', each: '0.1', per: '0.01', of: 'rate' },
      partSteps: 'count',
    } as const;
    const by = published('25', [item('new-starts', '25', shape, { ...capped('28', '22'), ...toward('50') })]);
    expect(of(by, { 'new-starts': 62 })?.[0]).toBe('26.20');
    expect(of(by, { 'new-starts': 45 })?.[0]).toBe('24.00');
  });
});

describe('玉林 2008 大兑现', () => {
  it('gives 9.00, 10.50 and a capped 35.00', () => {
    const zeroDenominator = 'not-applicable' as const;
    const ratio = (code: string, points: string) =>
      item(code, points, proportional, {
        ...capped(points),
        source: { kind: 'metric', metric: code, zeroDenominator },
      });
    const by = published('80', [ratio('fulfilled', '10'), ratio('arrived', '35'), ratio('this-year', '35')]);
    const found = { fulfilled: rate('45', '50'), arrived: rate('30', '100'), 'this-year': rate('22', '20') };
    expect(of(by, found)).toEqual(['9.00', '10.50', '35.00', '54.50']);
  });
});

describe('招商人员个人考核', () => {
  it('takes points for what is missing down to nothing: 35 + 25 + 1 + 2 = 63', () => {
    const missing = {
      kind: 'deviation',
      base: '50',
      reference: 'target',
      above: { kind: 'steps', each: '0', per: '1', of: 'value' },
      below: { kind: 'steps', each: '5', per: '1', of: 'value' },
      partSteps: 'count',
    } as const;
    const minus = (code: string, points: string) => item(code, '0', each(`-${points}`), { role: 'adjustment' });
    const by = published('85', [
      item('leads', '50', missing, { floor: '0', ...toward('12') }),
      group('own-work', [minus('failures', '5')], { points: '30', base: '30', floor: '0' }),
      group('attendance', [minus('late', '1'), minus('absent', '3')], { points: '3', base: '3', floor: '0' }),
      group('hygiene', [minus('dirty', '1')], { points: '2', base: '2', floor: '0' }),
    ]);
    const found = { leads: 9, failures: 1, late: 2, absent: 0, dirty: 0 };
    expect(of(by, found)).toEqual(['35.00', '25.00', '1.00', '2.00', '63.00']);
    expect(of(by, { ...found, leads: 1 })?.[0]).toBe('0.00');
  });
});
