import { describe, expect, it } from '@jest/globals';
import { given } from '#libs/eventsourcing';
import {
  bought,
  completed,
  correctStart,
  fraud,
  handOver,
  inspect,
  month,
  opened,
  plain,
  producing,
  progress,
  share,
  signed,
  started,
  today,
  year,
} from '../../../../test/support/project-facts.js';
import { type ProjectChange } from './project.commands.js';
import { projectDecider } from './project.decider.js';
import { type ProjectEvent } from './project.events.js';

type Case = [what: string, history: ProjectEvent[], change: ProjectChange, code: string, field?: string];

describe('a report or finding that can’t be is refused', () => {
  const life = [opened, signed, started];
  it.each<Case>([
    ['a month twice', [...life, month('2022-06')], progress('2022-06'), 'PROGRESS.ALREADY_REPORTED', 'month'],
    ['a month to come', life, progress('2023-10'), 'DAY.IN_FUTURE', 'month'],
    ['a month before the project', life, progress('2021-12'), 'DAY.BEFORE_PREVIOUS', 'month'],
    ['physical progress before the start', life, progress('2022-04', 1), 'PROGRESS.BEFORE_START', 'physicalPercent'],
    [
      'progress that falls',
      [...life, month('2022-06', 50)],
      progress('2022-07', 49),
      'PROGRESS.FALLS',
      'physicalPercent',
    ],
    [
      'progress that had been more',
      [...life, month('2022-07', 50)],
      progress('2022-06', 51),
      'PROGRESS.FALLS',
      'physicalPercent',
    ],
    ['output of a year before production', [...life, producing], year(2022), 'DAY.BEFORE_PREVIOUS', 'year'],
    ['output without production', life, year(2023), 'PROJECT.YEAR_BEFORE_PRODUCTION'],
    ['a handoff to oneself', life, handOver({ toUnit: 'd1' }), 'HANDOFF.SAME_UNIT', 'toUnit'],
    ['service before there is any', life, handOver({ phase: 'service' }), 'HANDOFF.PHASE_NOT_BEGUN', 'phase'],
    ['works before the contract', [opened], handOver({}), 'HANDOFF.PHASE_NOT_BEGUN', 'phase'],
    ['a handoff in the future', life, handOver({ occurredOn: '2023-10-01' }), 'DAY.IN_FUTURE', 'occurredOn'],
    ['shares short of one', life, share({ shares: [{ unit: 'd1', share: '0.999999' }] }), 'SHARES.TOTAL', 'shares'],
    [
      'a unit twice',
      life,
      share({
        shares: [
          { unit: 'd1', share: '0.5' },
          { unit: 'd1', share: '0.5' },
        ],
      }),
      'SHARES.REPEATED',
      'shares',
    ],
    ['shares that end before they begin', life, share({ until: '2022-01-31' }), 'DAY.BEFORE_PREVIOUS', 'until'],
    [
      'a leader who was never attached',
      life,
      plain('detach-leader', { account: 'account-1', occurredOn: '2022-03-01' }),
      'LEADER.NOT_ATTACHED',
      'account',
    ],
    [
      'an intent after the contract',
      life,
      plain('sign-letter-of-intent', { occurredOn: '2022-02-11' }),
      'PROJECT.ALREADY_SIGNED',
      'occurredOn',
    ],
    ['verifying what isn’t recorded', life, inspect(true, 'completion'), 'PROJECT.MILESTONE_NOT_RECORDED', 'milestone'],
    [
      'refuting what something rests on',
      [...life, completed],
      inspect(false, 'start'),
      'PROJECT.LATER_MILESTONE_STANDS',
      'milestone',
    ],
    ['inspecting before the day', life, inspect(true, 'start', '2022-04-30'), 'DAY.BEFORE_PREVIOUS', 'occurredOn'],
    [
      'papers without papers',
      life,
      { kind: 'supply-evidence', milestone: 'start', evidence: [], occurredOn: '2022-06-01' },
      'EVIDENCE.NONE',
      'evidence',
    ],
    [
      'a correction of nothing',
      life,
      correctStart('2022-05-02', 'event-1'),
      'PROJECT.NOTHING_TO_CORRECT',
      'correctsEventId',
    ],
    [
      'a correction past what rests on it',
      [...life, completed],
      correctStart('2023-03-02'),
      'DAY.AFTER_NEXT',
      'occurredOn',
    ],
    ['fraud that names nothing', life, fraud('data'), 'PROJECT.NOTHING_TO_VOID', 'eventIds'],
    [
      'fraud that names what never was',
      life,
      fraud('data', ['event-2', 'other']),
      'PROJECT.NOTHING_TO_VOID',
      'eventIds.1',
    ],
    ['fraud found before the fact', life, fraud('start', undefined, '2022-04-30'), 'DAY.BEFORE_PREVIOUS', 'occurredOn'],
    [
      'a void that names nothing',
      life,
      { kind: 'void-figure', finding: 'x', occurredOn: '2023-01-01' },
      'PROJECT.NOTHING_TO_VOID',
      'eventId',
    ],
    [
      'a plant that ran before it was rebuilt made a new one',
      [
        bought,
        signed,
        producing,
        { type: 'ConstructionStarted', data: { occurredOn: '2023-02-01', evidence: [], grade: 'claimed' } },
      ],
      plain('change-details', { name: '项目', kind: 'new', occurredOn: '2023-02-01' }),
      'PROJECT.KIND_NEEDS_START',
      'kind',
    ],
    [
      'a bought plant made a new one',
      [bought, signed, producing],
      plain('change-details', { name: '项目', kind: 'new', occurredOn: '2023-02-01' }),
      'PROJECT.KIND_NEEDS_START',
      'kind',
    ],
  ])('%s', (...[, history, change, refused, field]: Case) => {
    const outcome = given(projectDecider, ...history).when({ ...change, today });
    expect(outcome).toEqual(field === undefined ? { refused } : { refused, field });
  });
});
