import { describe, expect, it } from '@jest/globals';
import { WEEKENDS_ONLY, type WorkCalendar } from '#libs/values';
import { type Approval } from './approval.state.js';
import { dueDays, statusOn, usedDays } from './clock.js';
import { daysHeld, heldUntil, holderOn } from './holders.js';

/** Asked for papers on Wednesday 2022-03-02, accepted on Monday 2022-03-07, with a hearing from Wednesday to Friday. */
const approval: Approval & { acceptedOn: string } = {
  projectId: 'project-1',
  unit: 'luan-01',
  kind: 'eia',
  department: 'shengtai',
  days: 'working',
  statutoryLimit: 10,
  promisedLimit: 5,
  attempt: 1,
  status: 'accepted',
  since: '2022-03-09',
  requestedOn: '2022-03-01',
  supplements: [{ askedOn: '2022-03-02', suppliedOn: '2022-03-04' }],
  acceptedOn: '2022-03-07',
  steps: [],
  exclusions: [{ cause: 'hearing', from: '2022-03-09', until: '2022-03-11' }],
};
const holiday: WorkCalendar = {
  years: new Set([2022]),
  holidays: new Set(['2022-03-14', '2022-03-15']),
  workdays: new Set(['2022-03-19']),
};

describe('the limit', () => {
  it('does not run before acceptance', () => {
    expect(dueDays({ ...approval, acceptedOn: undefined }, WEEKENDS_ONLY)).toBeUndefined();
  });

  it('leaves out the day of acceptance, weekends and what is excluded', () => {
    // 03-08, then 03-14 to 03-17: five days; 03-18 and 03-21 to 03-24: ten.
    expect(dueDays(approval, WEEKENDS_ONLY)).toEqual({ dueOn: '2022-03-17', statutoryDueOn: '2022-03-24' });
    expect(usedDays(approval, '2022-03-07', WEEKENDS_ONLY)).toBe(0);
    expect(usedDays(approval, '2022-03-11', WEEKENDS_ONLY)).toBe(1);
    expect(usedDays(approval, '2022-03-18', WEEKENDS_ONLY)).toBe(6);
  });

  it('leaves out holidays and takes in weekend days that are worked', () => {
    expect(dueDays(approval, holiday)).toMatchObject({ dueOn: '2022-03-19' });
    expect(usedDays(approval, '2022-03-20', holiday)).toBe(5);
  });

  it('in all days counts them all, and ends on a working day', () => {
    // 03-08, 03-12 (a Saturday) to 03-15: five days.
    const inAllDays = { ...approval, days: 'calendar' as const };
    expect(dueDays(inAllDays, WEEKENDS_ONLY)).toMatchObject({ dueOn: '2022-03-15' });
    expect(dueDays(inAllDays, holiday)).toMatchObject({ dueOn: '2022-03-16' });
    expect(usedDays(inAllDays, '2022-03-15', holiday)).toBe(5);
  });

  it('of no days ends on the day of acceptance', () => {
    expect(dueDays({ ...approval, promisedLimit: 0 }, WEEKENDS_ONLY)).toMatchObject({ dueOn: '2022-03-07' });
  });
});

describe('the clock', () => {
  it('is held by one after the other', () => {
    expect(heldUntil(approval, '2022-03-14')).toEqual([
      { holder: 'department', from: '2022-03-02', until: '2022-03-02' },
      { holder: 'enterprise', from: '2022-03-03', until: '2022-03-04' },
      { holder: 'department', from: '2022-03-05', until: '2022-03-07' },
      { holder: 'department', from: '2022-03-08', until: '2022-03-08' },
      { holder: 'excluded', from: '2022-03-09', until: '2022-03-11' },
      { holder: 'department', from: '2022-03-12', until: '2022-03-14' },
    ]);
    expect(daysHeld(heldUntil(approval, '2022-03-14'))).toEqual({ department: 8, enterprise: 2, excluded: 3 });
  });

  it('stops with the decision', () => {
    const decided: Approval = { ...approval, status: 'granted', outcome: 'granted', decidedOn: '2022-03-10' };
    expect(heldUntil(decided, '2022-09-30').at(-1)).toEqual({
      holder: 'excluded',
      from: '2022-03-09',
      until: '2022-03-10',
    });
    expect(holderOn(decided, '2022-03-10')).toBeUndefined();
  });

  it.each([
    ['2022-02-28', undefined, undefined],
    ['2022-03-01', 'requested', 'department'],
    ['2022-03-03', 'supplementing', 'enterprise'],
    ['2022-03-04', 'requested', 'department'],
    ['2022-03-07', 'accepted', 'department'],
    ['2022-03-09', 'accepted', 'excluded'],
    ['2022-03-12', 'accepted', 'department'],
  ])('on %s: %s, held by %s', (on, status, holder) => {
    expect(statusOn(approval, on)).toBe(status);
    expect(holderOn(approval, on)).toBe(holder);
  });
});
