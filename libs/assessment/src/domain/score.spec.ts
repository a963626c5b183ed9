import { describe, expect, it } from '@jest/globals';
import { branch, leaf, quantity, rate, scheme, subject } from '../../../../test/support/assessment-scheme.js';
import { type Measured, type Scheme } from './scheme.js';
import { scoreScheme } from './score.js';

/** Two leaves worth five points each: outings against a target of 10, and the start rate. */
const outings = leaf({ points: '5', cap: '5', target: { each: '10', zeroTarget: 'zero' } });
const startRate = leaf({
  code: 'start-rate',
  name: '开工率',
  points: '5',
  cap: '5',
  source: { kind: 'metric', metric: 'start-rate', zeroDenominator: 'not-applicable' },
  target: undefined,
});
const both = (changes: Partial<Scheme> = {}) => scheme({ indicators: [outings, startRate], ...changes });

const unit = (code: string, made: string, started: string, signed: string) =>
  subject(code, { outings: quantity(made), 'start-rate': rate(started, signed) });

const totals = (of: Scheme, ...subjects: ReturnType<typeof subject>[]) =>
  scoreScheme(of, subjects).map(({ unit: { code }, total, rank }) => [code, total, rank]);

describe('a scorecard', () => {
  it('holds every indicator with its formula, value and inputs, and the sum', () => {
    expect(scoreScheme(both(), [unit('aa', '7', '2', '3')])).toEqual([
      {
        rank: 1,
        unit: { code: 'aa', name: 'AA' },
        total: '6.83',
        formula: '3.5+3.33=6.83，得 6.83 分',
        indicators: [
          {
            code: 'outings',
            name: '外出招商',
            role: 'scored',
            points: '5',
            score: '3.50',
            formula: '7÷10×5=3.5，得 3.50 分',
            value: '70%',
            inputs: [
              { name: '数量', value: '7' },
              { name: '目标', value: '10' },
            ],
          },
          {
            code: 'start-rate',
            name: '开工率',
            role: 'scored',
            points: '5',
            score: '3.33',
            formula: '2÷3×5≈3.33333333，四舍五入得 3.33 分',
            value: '66.67%',
            inputs: [
              { name: '分子', value: '2' },
              { name: '分母', value: '3' },
            ],
          },
        ],
      },
    ]);
  });

  it('rounds every score, or only the total, as the scheme says', () => {
    const thirds = scheme({
      points: '1',
      indicators: ['aa', 'bb', 'cc'].map((code) =>
        leaf({ code, points: '1', target: { each: '3', zeroTarget: 'zero' } }),
      ),
    });
    const one = subject('u', { outings: quantity('1') });
    expect(totals(thirds, one)).toEqual([['u', '0.99', 1]]);
    const rounding = { ...thirds.rounding, stage: 'total' } as const;
    expect(totals({ ...thirds, rounding }, one)).toEqual([['u', '1.00', 1]]);
    const apart = { ...thirds.rounding, total: { places: 1, mode: 'truncate' } } as const;
    expect(totals({ ...thirds, rounding: apart }, one)).toEqual([['u', '0.9', 1]]);
  });

  it('refuses to score without a reading', () => {
    expect(() => scoreScheme(both(), [subject('aa', { outings: quantity('1') })])).toThrow(RangeError);
  });
});

describe('a zero', () => {
  const ofLeaf = (of: Measured, reading = quantity('3')) =>
    scoreScheme(scheme({ indicators: [of] }), [subject('aa', { outings: reading, 'start-rate': reading })])[0]
      ?.indicators[0];

  it.each([
    ['zero', '0.00', '目标为 0，按方案定为 0 分，得 0.00 分'],
    ['full', '10.00', '目标为 0，按方案定为 10 分，得 10.00 分'],
    [{ points: '2' }, '2.00', '目标为 0，按方案定为 2 分，得 2.00 分'],
    ['not-applicable', null, '目标为 0，不参与本项'],
  ] as const)('target earns what the scheme says: %j', (zeroTarget, score, formula) => {
    expect(ofLeaf(leaf({ target: { each: '0', zeroTarget } }))).toMatchObject({ score, formula, value: null });
  });

  it.each([
    ['zero', '0.00'],
    ['full', '5.00'],
    [{ points: '2' }, '2.00'],
    ['not-applicable', null],
  ] as const)('denominator earns what the scheme says: %j', (zeroDenominator, score) => {
    const source = { ...startRate.source, zeroDenominator } as Measured['source'];
    expect(ofLeaf({ ...startRate, source }, rate('0', '0'))).toMatchObject({ score });
  });

  it('is not a missing target: without one the indicator doesn’t apply', () => {
    const target = { each: 'none', units: { bb: '6' }, zeroTarget: 'zero' } as const;
    const cards = scoreScheme(scheme({ indicators: [leaf({ target })] }), [
      subject('aa', { outings: quantity('3') }),
      subject('bb', { outings: quantity('3') }),
    ]);
    expect(cards.map(({ unit: { code }, indicators }) => [code, indicators[0]?.score])).toEqual([
      ['bb', '5.00'],
      ['aa', null],
    ]);
  });

  it('keeps a unit without a value out of what others are compared with', () => {
    const shape = { kind: 'efficacy', base: '0.5', better: 'higher', whenEqual: 'full' } as const;
    const of = scheme({ points: '5', indicators: [{ ...startRate, shape }] });
    const scores = scoreScheme(of, [
      subject('aa', { 'start-rate': rate('9', '10') }),
      subject('bb', { 'start-rate': rate('5', '10') }),
      subject('cc', { 'start-rate': rate('0', '0') }),
    ]).map(({ indicators }) => indicators[0]?.score);
    expect(scores).toEqual(['5.00', '2.50', null]);
  });
});

describe('an indicator that doesn’t apply', () => {
  const idle = unit('aa', '7', '0', '0');

  it('is left out, or the others stand in for it', () => {
    expect(totals(both(), idle)).toEqual([['aa', '3.50', 1]]);
    const [card] = scoreScheme(both({ notApplicable: 'scale-up' }), [idle]);
    expect(card).toMatchObject({
      total: '7.00',
      formula: '部分指标不参与，其余按分值折算到满分，3.5×(10÷5)=7，得 7.00 分',
    });
  });

  it('leaves zero when nothing else applies', () => {
    const none = leaf({ target: { each: 'none', zeroTarget: 'zero' } });
    const of = scheme({ indicators: [none], notApplicable: 'scale-up' });
    expect(totals(of, subject('aa', { outings: quantity('1') }))).toEqual([['aa', '0.00', 1]]);
  });

  it('is not made good by scaling adjustments', () => {
    const bonus = leaf({
      code: 'bonus',
      role: 'adjustment',
      cap: '2',
      target: undefined,
      shape: { kind: 'count-points', each: '1' },
    });
    const of = both({ notApplicable: 'scale-up', indicators: [outings, startRate, bonus] });
    const readings = { outings: quantity('7'), 'start-rate': rate('0', '0'), bonus: quantity('9') };
    expect(totals(of, subject('aa', readings))).toEqual([['aa', '9.00', 1]]);
  });

  it('takes its branch with it when no part of that applies', () => {
    const of = scheme({ indicators: [branch([startRate], { points: '5' }), outings] });
    const [card] = scoreScheme(of, [idle]);
    expect(card?.indicators[0]).toMatchObject({ score: null, formula: '各分项均不参与，本项不参与' });
    expect(card?.total).toBe('3.50');
  });
});

describe('a branch', () => {
  it('adds its parts to its base and then holds its own cap and floor', () => {
    const of = (base: string, cap: string, floor: string) =>
      scoreScheme(scheme({ indicators: [branch([outings, startRate], { base, cap, floor })] }), [
        unit('aa', '7', '2', '3'),
      ])[0]?.indicators[0];
    expect(of('1', 'none', 'none')).toMatchObject({ score: '7.83', formula: '1+3.5+3.33=7.83，得 7.83 分' });
    expect(of('0', '6', 'none')).toMatchObject({ score: '6.00', formula: '3.5+3.33=6.83，封顶 6 分，得 6.00 分' });
    expect(of('-9', 'none', '0')).toMatchObject({ score: '0.00' });
  });

  it('caps parts before mixing or the mix after it', () => {
    const source = (metric: string) => ({ kind: 'metric', metric }) as const;
    const half = (code: string, cap: string) => leaf({ ...outings, code, cap, source: source(code) });
    const [over, under] = [quantity('20'), quantity('5')];
    const mix = (partCap: string, cap: string) =>
      scoreScheme(scheme({ indicators: [branch([half('aa', partCap), half('bb', partCap)], { cap })] }), [
        subject('u', { aa: over, bb: under }),
      ])[0]?.total;
    expect(mix('5', '10')).toBe('7.50');
    expect(mix('none', '10')).toBe('10.00');
  });

  it('can take the highest of its parts', () => {
    const of = branch([outings, startRate], { combine: 'highest', points: '5' });
    const [card] = scoreScheme(scheme({ indicators: [of] }), [unit('aa', '7', '4', '5')]);
    expect(card?.indicators[0]).toMatchObject({ score: '4.00', formula: '取最高项“开工率”，得 4.00 分' });
    expect(card?.indicators[0]?.parts?.map(({ score }) => score)).toEqual(['3.50', '4.00']);
  });
});
