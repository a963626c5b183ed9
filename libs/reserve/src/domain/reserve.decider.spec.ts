import { describe, expect, it } from '@jest/globals';
import { given } from '#libs/eventsourcing';
import { reserveDecider } from './reserve.decider.js';
import { type ReserveEvent } from './reserve.events.js';

const today = '2022-09-30';
const plan = {
  name: '冷链物流园',
  unit: 'luan-01',
  idea: '补齐短板',
  funding: 'market',
  plannedInvestment: '12000',
} as const;
const facts = (occurredOn: string, more: object = {}) => ({ ...more, occurredOn });
const event = (type: ReserveEvent['type'], occurredOn: string, more: object = {}) =>
  ({ type, data: facts(occurredOn, more) }) as unknown as ReserveEvent;
const command = (kind: string, occurredOn: string, more: object = {}) =>
  ({ kind, facts: facts(occurredOn, more), today }) as never;

const planned = event('ProjectPlanned', '2022-01-01', plan);
const fiscal = event('ProjectPlanned', '2022-01-01', { ...plan, funding: 'fiscal' });
const passed = event('SiteChecked', '2022-02-01', { outcome: 'passed' });
const failed = event('SiteChecked', '2022-02-01', { outcome: 'failed', reason: '占用永久基本农田' });
const sought = event('SelectionAdvanced', '2022-02-02', { step: 'sought' });
const compared = event('SelectionAdvanced', '2022-02-03', { step: 'compared' });
const chosen = event('SelectionAdvanced', '2022-02-04', { step: 'chosen', enterprise: '某物流公司' });
const entered = event('ReserveEntered', '2022-03-01');
const underWay = event('EarlyWorksReported', '2022-03-02', { work: 'feasibility', state: 'under-way' });
const done = event('EarlyWorksReported', '2022-03-03', { work: 'feasibility', state: 'done' });
const readied = event('ReserveReadied', '2022-04-01');
const IN_RESERVE = [planned, passed, sought, compared, chosen, entered];
const READY = [...IN_RESERVE, readied];
const conversion = { projectId: 'p1', project: { name: '冷链物流园', unit: 'luan-01', plannedInvestment: '12000' } };
const converted = event('ReserveConverted', '2022-05-01', conversion);
const flagged = event('ZombieFlagged', '2022-08-01', { idleSince: '2022-03-01', idleDays: 153, limitDays: 90 });
const revived = event('ZombieRevived', '2022-08-05', { reason: '投资方恢复洽谈' });
const cleared = event('ZombieCleared', '2022-08-05', { reason: '无投资方' });
const dropped = event('ReserveDropped', '2022-08-05', { reason: '规划调整' });

const review = (on: string, idleDays: number) => ({ kind: 'review-reserve', facts: { on, idleDays }, today }) as const;

describe('an entry of the reserve', () => {
  it.each([
    [
      'is planned, with the amount in one spelling',
      [],
      command('plan-project', '2022-01-01', { ...plan, plannedInvestment: '12000.00' }),
      planned,
    ],
    ['has its site checked', [planned], command('check-site', '2022-02-01', { outcome: 'passed' }), passed],
    [
      'has its site checked again after a failure',
      [planned, failed],
      command('check-site', '2022-02-01', { outcome: 'passed' }),
      passed,
    ],
    [
      'seeks investors before the site is settled',
      [planned, failed],
      command('advance-selection', '2022-02-02', { step: 'sought' }),
      sought,
    ],
    ['compares them', [planned, sought], command('advance-selection', '2022-02-03', { step: 'compared' }), compared],
    [
      'chooses one',
      [planned, sought, compared],
      command('advance-selection', '2022-02-04', { step: 'chosen', enterprise: '某物流公司' }),
      chosen,
    ],
    ['enters the library', IN_RESERVE.slice(0, -1), command('enter-reserve', '2022-03-01'), entered],
    [
      'enters it without an investor when the treasury pays',
      [fiscal, passed],
      command('enter-reserve', '2022-03-01'),
      entered,
    ],
    [
      'reports early works',
      IN_RESERVE,
      command('report-early-works', '2022-03-02', { work: 'feasibility', state: 'under-way' }),
      underWay,
    ],
    [
      'is ready once what was begun is done',
      [...IN_RESERVE, underWay, done],
      command('mark-ready', '2022-04-01'),
      readied,
    ],
    ['becomes a project', READY, command('convert-reserve', '2022-05-01', conversion), converted],
    ['is given up', IN_RESERVE, command('drop-reserve', '2022-08-05', { reason: '规划调整' }), dropped],
    [
      'is revived',
      [...IN_RESERVE, flagged],
      command('revive-zombie', '2022-08-05', { reason: '投资方恢复洽谈' }),
      revived,
    ],
    ['is struck off', [...IN_RESERVE, flagged], command('clear-zombie', '2022-08-05', { reason: '无投资方' }), cleared],
  ])('%s', (_, history, asked, expected) => {
    expect(given(reserveDecider, ...history).when(asked)).toEqual([expected]);
  });

  it.each([
    ['planned twice', [planned], command('plan-project', '2022-01-01', plan), 'RESERVE.ALREADY_PLANNED'],
    ['planned in the future', [], command('plan-project', '2022-10-01', plan), 'DAY.IN_FUTURE'],
    ['changed unknown', [], command('check-site', '2022-02-01', { outcome: 'passed' }), 'RESERVE.UNKNOWN'],
    [
      'failed without a reason',
      [planned],
      command('check-site', '2022-02-01', { outcome: 'failed' }),
      'RESERVE.REASON_MISSING',
    ],
    [
      'checked again after it passed',
      [planned, passed],
      command('check-site', '2022-02-01', { outcome: 'passed' }),
      'RESERVE.SITE_PASSED',
    ],
    [
      'compared before investors are sought',
      [planned],
      command('advance-selection', '2022-02-03', { step: 'compared' }),
      'RESERVE.SELECTION_ORDER',
    ],
    [
      'chosen for without a name',
      [planned, sought, compared],
      command('advance-selection', '2022-02-04', { step: 'chosen' }),
      'RESERVE.ENTERPRISE_MISSING',
    ],
    [
      'chosen for twice',
      [planned, sought, compared, chosen],
      command('advance-selection', '2022-02-04', { step: 'chosen', enterprise: '乙' }),
      'RESERVE.INVESTOR_CHOSEN',
    ],
    [
      'offered to investors when the treasury pays',
      [fiscal],
      command('advance-selection', '2022-02-02', { step: 'sought' }),
      'RESERVE.NO_INVESTOR_SOUGHT',
    ],
    [
      'entered on a site that failed',
      [planned, failed, sought, compared, chosen],
      command('enter-reserve', '2022-03-01'),
      'RESERVE.SITE_NOT_PASSED',
    ],
    [
      'entered without an investor',
      [planned, passed, sought, compared],
      command('enter-reserve', '2022-03-01'),
      'RESERVE.INVESTOR_NOT_CHOSEN',
    ],
    ['entered twice', IN_RESERVE, command('enter-reserve', '2022-03-01'), 'RESERVE.WRONG_STAGE'],
    [
      'moved by saying the same again',
      [...IN_RESERVE, underWay],
      command('report-early-works', '2022-03-02', { work: 'feasibility', state: 'under-way' }),
      'RESERVE.NOTHING_NEW',
    ],
    [
      'ready with early works open',
      [...IN_RESERVE, underWay],
      command('mark-ready', '2022-04-01'),
      'RESERVE.EARLY_WORKS_OPEN',
    ],
    ['ready out of the library', [planned, passed], command('mark-ready', '2022-04-01'), 'RESERVE.WRONG_STAGE'],
    [
      'converted before it is ready',
      IN_RESERVE,
      command('convert-reserve', '2022-05-01', conversion),
      'RESERVE.WRONG_STAGE',
    ],
    ['converted twice', [...READY, converted], command('convert-reserve', '2022-05-01', conversion), 'RESERVE.ENDED'],
    [
      'moved while it is held for a zombie',
      [...IN_RESERVE, flagged],
      command('mark-ready', '2022-08-02'),
      'RESERVE.FLAGGED',
    ],
    [
      'dropped instead of cleared',
      [...IN_RESERVE, flagged],
      command('drop-reserve', '2022-08-02', { reason: '.' }),
      'RESERVE.FLAGGED',
    ],
    [
      'revived though nobody flagged it',
      IN_RESERVE,
      command('revive-zombie', '2022-08-05', { reason: '.' }),
      'RESERVE.NOT_FLAGGED',
    ],
    [
      'cleared though nobody flagged it',
      IN_RESERVE,
      command('clear-zombie', '2022-08-05', { reason: '.' }),
      'RESERVE.NOT_FLAGGED',
    ],
    [
      'changed after its clearance',
      [...IN_RESERVE, flagged, cleared],
      command('revive-zombie', '2022-08-06', { reason: '.' }),
      'RESERVE.ENDED',
    ],
    ['changed before its last step', IN_RESERVE, command('mark-ready', '2022-02-28'), 'DAY.BEFORE_PREVIOUS'],
  ])('is not %s', (_, history, asked, refused) => {
    expect(given(reserveDecider, ...history).when(asked)).toMatchObject({ refused });
  });
});

describe('a review', () => {
  const flag = (on: string, idleDays: number, ...history: ReserveEvent[]) =>
    given(reserveDecider, ...history).when(review(on, idleDays));

  it('flags what has stood still for as many days as are borne, and not a day sooner', () => {
    expect(flag('2022-05-30', 90, ...IN_RESERVE)).toEqual([
      {
        type: 'ZombieFlagged',
        data: { idleSince: '2022-03-01', idleDays: 90, limitDays: 90, occurredOn: '2022-05-30' },
      },
    ]);
    expect(flag('2022-05-29', 90, ...IN_RESERVE)).toEqual({ refused: 'RESERVE.NOT_IDLE' });
  });

  it('counts from the revival on', () => {
    expect(flag('2022-09-03', 30, ...IN_RESERVE, flagged, revived)).toEqual({ refused: 'RESERVE.NOT_IDLE' });
    expect(flag('2022-09-04', 30, ...IN_RESERVE, flagged, revived)).toMatchObject([
      { data: { idleSince: '2022-08-05' } },
    ]);
  });

  it('flags nothing twice, nothing that has ended, nothing on a day to come', () => {
    expect(flag('2022-08-02', 90, ...IN_RESERVE, flagged)).toEqual({ refused: 'RESERVE.FLAGGED' });
    expect(flag('2022-09-30', 90, ...READY, converted)).toEqual({ refused: 'RESERVE.ENDED' });
    expect(flag('2022-10-01', 90, ...IN_RESERVE)).toEqual({ refused: 'DAY.IN_FUTURE', field: 'on' });
  });
});
