import { describe, expect, it } from '@jest/globals';
import { foundNumber } from '../sources/found.js';
import { type Worked, given, over } from '../worked.js';
import { type Peer, type Shape, type Standing, awardBy } from './index.js';

const peer = (code: string, measured: Worked): Peer => ({ unit: { code, name: code }, measured, figures: [] });
const among = (...values: string[]): Peer[] => values.map((value, index) => peer(`u${index}`, given(value)));

/** Points for a measured value: `value` alone, or value ÷ target. */
function award(shape: Shape, value: string, { points = '10', peers = [value], target }: Partial<Circumstances> = {}) {
  const found = given(value);
  const goal = target === undefined ? undefined : given(target);
  const standing: Standing = {
    value: found,
    measured: goal ? over(found, goal) : found,
    target: goal,
    points: given(points),
    place: {
      higher: peers.filter((peer) => Number(peer) > Number(value)).length,
      lower: peers.filter((peer) => Number(peer) < Number(value)).length,
    },
    peers: among(...peers),
    find: () => foundNumber(given('0')),
    judge: () => ({ holds: false, text: '', figures: [] }),
  };
  const award = awardBy(shape, standing);
  if ('kind' in award) throw new Error(award.because);
  const { worked, because, compared = [] } = award;
  return { score: worked.value.toDecimalPlaces(10).toFixed(), text: worked.text, because, compared: compared.length };
}

interface Circumstances {
  points: string;
  /** Measured values of all units, highest first. */
  peers: string[];
  target: string;
}

describe('proportional', () => {
  it('gives the completion rate times the points, beyond 100 % too', () => {
    expect(award({ kind: 'proportional' }, '30', { target: '40', points: '50' })).toMatchObject({
      score: '37.5',
      text: '30÷40×50',
    });
    expect(award({ kind: 'proportional' }, '48', { target: '40', points: '50' }).score).toBe('60');
  });
});

describe('count-points', () => {
  it('gives points for each, and takes them when negative', () => {
    expect(award({ kind: 'count-points', each: '5' }, '3')).toMatchObject({ score: '15', text: '3×5' });
    expect(award({ kind: 'count-points', each: '-0.2' }, '3')).toMatchObject({ score: '-0.6', text: '3×(-0.2)' });
  });
});

describe('efficacy', () => {
  const sixty = { kind: 'efficacy', base: '0.6', better: 'higher', whenEqual: 'full' } as const;
  const peers = ['12', '8', '3'];

  it.each([
    ['12', '9', '(0.6+(1-0.6)×((12-3)÷(12-3)))×9'],
    ['8', '7.4', '(0.6+(1-0.6)×((8-3)÷(12-3)))×9'],
    ['3', '5.4', '(0.6+(1-0.6)×((3-3)÷(12-3)))×9'],
  ])('gives %s among 12, 8 and 3 the score %s of 9', (value, score, text) => {
    const found = award(sixty, value, { points: '9', peers });
    expect(found.text).toBe(text);
    expect(Number(found.score)).toBeCloseTo(Number(score), 9);
    expect(found.compared).toBe(2);
  });

  it('turns round where lower is better', () => {
    const lower = { ...sixty, better: 'lower' } as const;
    expect(award(lower, '3', { points: '9', peers }).score).toBe('9');
    expect(award(lower, '12', { points: '9', peers })).toMatchObject({
      score: '5.4',
      text: '(0.6+(1-0.6)×((12-12)÷(12-3)))×9',
    });
  });

  it('keeps to the range from base to full points with negative values among them', () => {
    const growth = ['4.1', '-2.5'];
    expect(award(sixty, '4.1', { points: '100', peers: growth }).score).toBe('100');
    expect(award(sixty, '-2.5', { points: '100', peers: growth })).toMatchObject({
      score: '60',
      text: '(0.6+(1-0.6)×((-2.5-(-2.5))÷(4.1-(-2.5))))×100',
    });
  });

  it.each([
    ['full', '9'],
    ['base', '5.4'],
    ['zero', '0'],
  ] as const)('with all equal gives %s: %s', (whenEqual, score) => {
    expect(award({ ...sixty, whenEqual }, '5', { points: '9', peers: ['5', '5'] }).score).toBe(score);
    expect(award({ ...sixty, whenEqual }, '5', { points: '9', peers: ['5'] }).score).toBe(score);
  });
});

describe('deviation', () => {
  const perTwoPercent = { kind: 'steps', each: '1', per: '0.02', of: 'rate' } as const;
  const plan = {
    kind: 'deviation',
    base: '40',
    reference: 'target',
    above: perTwoPercent,
    below: perTwoPercent,
    partSteps: 'count',
  } as const;
  const dropping = { ...plan, partSteps: 'drop' } as const;

  it('counts part of a step, or drops it, as the scheme says', () => {
    expect(award(plan, '105', { target: '100' })).toMatchObject({ score: '42.5', text: '40+(105÷100-1)÷0.02×1' });
    expect(award(dropping, '105', { target: '100' })).toMatchObject({
      score: '42',
      text: '40+2×1',
      because: '(105÷100-1)÷0.02，不足一档的不计，为 2 档',
    });
  });

  it('counts the same below the reference, away from it', () => {
    expect(award(plan, '95', { target: '100' }).score).toBe('37.5');
    expect(award(dropping, '95', { target: '100' }).score).toBe('38');
  });

  it('counts parts of a step on one side only, where the sides differ', () => {
    const sided = { ...plan, partSteps: { above: 'drop', below: 'count' } } as const;
    expect(award(sided, '105', { target: '100' }).score).toBe('42');
    expect(award(sided, '95', { target: '100' }).score).toBe('37.5');
  });

  it('takes a whole number of steps for whole, whatever the division left', () => {
    const thirds = { ...dropping, reference: 'mean', above: { ...perTwoPercent, per: '1' } } as const;
    expect(award(thirds, '5', { peers: ['5', '4', '3', '4'] }).score).toBe('41');
    expect(award(dropping, '7', { target: '7' }).score).toBe('40');
  });

  it('counts above in what was found and below in per cent of the target', () => {
    const asymmetric = {
      ...plan,
      base: '25',
      above: { kind: 'steps', each: '0.1', per: '1', of: 'value' },
      below: { kind: 'steps', each: '0.1', per: '0.01', of: 'rate' },
    } as const;
    expect(award(asymmetric, '62', { target: '50' })).toMatchObject({ score: '26.2', text: '25+(62-50)×0.1' });
    expect(award(asymmetric, '45', { target: '50' })).toMatchObject({ score: '24', text: '25-(1-45÷50)÷0.01×0.1' });
  });

  it('gives nothing below the reference where missing it forfeits all', () => {
    const cliff = {
      ...plan,
      base: '60',
      above: { kind: 'steps', each: '0.5', per: '0.1', of: 'rate' },
      below: { kind: 'no-points' },
    } as const;
    const of = (value: string) => award(cliff, value, { target: '100' }).score;
    expect([of('99.9'), of('100'), of('140')]).toEqual(['0', '60', '62']);
  });

  it('holds a value against the mean of all, or against a fixed one', () => {
    const onMean = { ...plan, base: '2', reference: 'mean', above: { ...perTwoPercent, each: '0' } } as const;
    expect(award(onMean, '0.9', { peers: ['1', '0.98', '0.9'] })).toMatchObject({
      score: '-1',
      text: '2-((1+0.98+0.9)÷3-0.9)÷0.02×1',
      compared: 3,
    });
    const onFixed = {
      ...plan,
      reference: { at: '4' },
      below: { kind: 'steps', each: '0.1', per: '1', of: 'value' },
    } as const;
    expect(award(onFixed, '2').score).toBe('39.8');
  });
});

describe('curve', () => {
  const knots = [
    { at: '0', score: '15' },
    { at: '1', score: '25' },
    { at: '1.3', score: '31' },
    { at: '1.7', score: '35' },
  ];
  const plan = { kind: 'curve', knots, between: 'linear', below: '0' } as const;

  it.each([
    ['0', '15'],
    ['0.925', '24.25'],
    ['1', '25'],
    ['1.18', '28.6'],
    ['1.3', '31'],
    ['1.5', '33'],
    ['1.75', '35'],
    ['-0.1', '0'],
  ])('goes straight from knot to knot: %s gives %s', (value, score) => expect(award(plan, value).score).toBe(score));

  it('prints the line that it went along', () => {
    expect(award(plan, '1.18').text).toBe('25+(1.18-1)×(31-25)÷(1.3-1)');
  });

  it.each([
    ['0.99', '15'],
    ['1', '25'],
    ['1.29', '25'],
    ['9', '35'],
  ])('keeps a step until the next: %s gives %s', (value, score) =>
    expect(award({ ...plan, between: 'steps' }, value).score).toBe(score),
  );
});

describe('rank-points', () => {
  const bands = [
    { to: 1, score: '7' },
    { to: 3, score: '5' },
  ];
  const shape = { kind: 'rank-points', better: 'higher', bands, beyond: '1' } as const;
  const peers = ['9', '8', '8', '8', '2'];

  it('gives the points of the band, the same to equals, and what is left beyond the last', () => {
    const of = (value: string) => award(shape, value, { peers });
    expect(['9', '8', '2'].map((value) => of(value).score)).toEqual(['7', '5', '1']);
    expect(of('8').because).toBe('8 列第 2 名（共 5 个单位）');
  });

  it('counts from the lowest where lower is better', () => {
    expect(award({ ...shape, better: 'lower' }, '2', { peers }).score).toBe('7');
    expect(award({ ...shape, better: 'lower' }, '9', { peers }).score).toBe('1');
  });
});

describe('ratio-to-first', () => {
  it('gives the points in proportion to the highest', () => {
    const shape = { kind: 'ratio-to-first', whenZero: 'zero' } as const;
    expect(award(shape, '3', { points: '6', peers: ['4', '3'] })).toMatchObject({ score: '4.5', text: '3÷4×6' });
  });

  it.each([
    ['full', '6'],
    ['zero', '0'],
  ] as const)('gives %s when nobody has anything', (whenZero, score) => {
    expect(award({ kind: 'ratio-to-first', whenZero }, '0', { points: '6', peers: ['0', '0'] }).score).toBe(score);
  });
});
