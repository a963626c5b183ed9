import { describe, expect, it } from '@jest/globals';
import { type Posting } from '../../apps/dashboard/src/api.js';
import { cohortOf } from '../../apps/dashboard/src/league/cohort.js';

const posting = (seq: string, project: string, day: string, reverses?: string): Posting => ({
  seq,
  line: 1,
  metric: 'any',
  unit: { code: 'a1', name: '甲县' },
  project: { id: project, name: project },
  day,
  quantity: reverses ? '-1' : '1',
  eventId: `event-${seq}`,
  stream: `project-${project}`,
  reverses: reverses ? { seq: reverses, line: 1 } : undefined,
});

describe('the cohort of a start rate', () => {
  it('lists those not started first, each with the start that stands', () => {
    const signed = [posting('1', 'a', '2022-01-02'), posting('2', 'b', '2022-01-03'), posting('3', 'c', '2022-01-01')];
    const started = [posting('4', 'a', '2022-02-01'), posting('5', 'c', '2022-02-02')];
    expect(cohortOf(signed, started).map(({ contract, start }) => [contract.project?.id, start?.seq])).toEqual([
      ['b', undefined],
      ['c', '5'],
      ['a', '4'],
    ]);
  });

  it('takes out what a reversal took back', () => {
    const signed = [
      posting('1', 'a', '2022-01-02'),
      posting('2', 'b', '2022-01-03'),
      posting('6', 'b', '2022-01-03', '2'),
    ];
    const started = [posting('4', 'a', '2022-02-01'), posting('7', 'a', '2022-02-01', '4')];
    expect(cohortOf(signed, started).map(({ contract, start }) => [contract.seq, start?.seq])).toEqual([
      ['1', undefined],
    ]);
  });

  it('keeps the start that was recorded again after the first was void', () => {
    const started = [
      posting('4', 'a', '2022-02-01'),
      posting('7', 'a', '2022-02-01', '4'),
      posting('8', 'a', '2022-03-01'),
    ];
    expect(cohortOf([posting('1', 'a', '2022-01-02')], started)[0]?.start?.seq).toBe('8');
  });
});
