import { describe, expect, it } from '@jest/globals';
import { type PlanNode } from '../../apps/dashboard/src/projects/answers.js';
import { barsOf, scaleOf } from '../../apps/dashboard/src/projects/plan-scale.js';

const node = (days: Partial<PlanNode>): PlanNode => ({ code: 'any', name: '任意', slippage: {}, ...days });

describe('the scale of a wall chart', () => {
  it('goes from the first month to the last, today within it', () => {
    const { at, ticks } = scaleOf([node({ plannedOn: '2022-01-15' }), node({ reachedOn: '2022-02-10' })], '2022-03-31');
    expect([at('2022-01-01'), at('2022-04-01')]).toEqual([0, 100]);
    expect(at('2022-03-31')).toBeCloseTo((100 * 89) / 90);
    expect(ticks.map(({ label }) => label)).toEqual(['2022-01', '2022-02', '2022-03']);
  });

  it('writes quarters, halves or years once months would touch', () => {
    const { ticks } = scaleOf([node({ plannedOn: '2020-11-15' })], '2022-03-31');
    expect(ticks.map(({ label }) => label)).toEqual(['2021-01', '2021-04', '2021-07', '2021-10', '2022-01']);
    expect(scaleOf([node({ plannedOn: '2001-11-15' })], '2022-03-31').ticks.length).toBeLessThanOrEqual(10);
  });

  it('starts each bar where the node before it stands, whatever the order of the chart', () => {
    const { at } = scaleOf([node({ plannedOn: '2022-01-15' })], '2022-03-31');
    const nodes = [node({ plannedOn: '2022-03-01' }), node({}), node({ plannedOn: '2022-02-01' })];
    expect(barsOf(nodes, 'plannedOn', at)).toEqual([
      { from: at('2022-02-01'), to: at('2022-03-01') },
      undefined,
      { from: at('2022-02-01') - 1, to: at('2022-02-01') },
    ]);
  });
});
