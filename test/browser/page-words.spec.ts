import { describe, expect, it } from '@jest/globals';
import { asOfWords, boundWords, grouped, longPeriod } from '../../apps/dashboard/src/format.js';
import { dayOf, daysBetween, namedPeriods } from '../../apps/dashboard/src/periods.js';

describe('periods by name', () => {
  it.each([
    ['2026-11-22', '2026-11-01', '2026-10-01', '2026-01-01'],
    ['2024-02-29', '2024-02-01', '2024-01-01', '2024-01-01'],
    ['2026-06-30', '2026-06-01', '2026-04-01', '2026-01-01'],
  ])('of %s begin with their month, quarter and year', (today, month, quarter, year) => {
    const [thisMonth, thisQuarter, thisYear, lastYear] = namedPeriods(today);
    expect([thisMonth, thisQuarter, thisYear]).toEqual([
      { name: '本月', from: month, to: today },
      { name: '本季', from: quarter, to: today },
      { name: '本年', from: year, to: today },
    ]);
    expect(lastYear?.to).toBe(`${Number(today.slice(0, 4)) - 1}-12-31`);
  });

  it('take the day of Beijing, not of Greenwich', () => {
    expect(dayOf(new Date('2022-12-31T16:00:00Z'))).toBe('2023-01-01');
    expect(dayOf(new Date('2022-12-31T15:59:59Z'))).toBe('2022-12-31');
  });

  it('are counted in whole days', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2022-03-02', '2022-03-01')).toBe(-1);
  });
});

describe('figures in words', () => {
  it.each([
    ['0', '0'],
    ['999', '999'],
    ['1000', '1,000'],
    ['1234567.123456', '1,234,567.123456'],
    ['-1234', '-1,234'],
  ])('sets the thousands of %s apart', (amount, text) => {
    expect(grouped(amount)).toBe(text);
  });

  it.each([
    ['10000', '1 亿元'],
    ['100000', '10 亿元'],
    ['12000', '12,000 万元'],
    ['0', '0 万元'],
  ])('says a bound of %s 万元 as people do', (amount, text) => {
    expect(boundWords(amount)).toBe(text);
  });

  it('says a period, naming its year once', () => {
    expect(longPeriod({ from: '2022-01-01', to: '2022-09-30' })).toBe('2022年1月1日—9月30日');
    expect(longPeriod({ from: '2021-12-01', to: '2022-02-28' })).toBe('2021年12月1日—2022年2月28日');
  });

  it('says up to which event, in Beijing time', () => {
    expect(asOfWords({ seq: '12', recordedAt: '2022-10-09T16:00:01.234Z' })).toBe(
      '截至第 12 号事件 · 2022-10-10 00:00:01',
    );
    expect(asOfWords({ seq: '0', recordedAt: null })).toBe('截至第 0 号事件 · 尚无记录');
  });
});
