import { describe, expect, it } from '@jest/globals';
import { given } from '#libs/eventsourcing';
import {
  amend,
  bought,
  capital,
  completed,
  fake,
  fraud,
  opened,
  output,
  plain,
  producing,
  reach,
  signed,
  started,
  suspended,
  terminated,
  today,
} from '../../../../test/support/project-facts.js';
import { type ProjectChange } from './project.commands.js';
import { projectDecider } from './project.decider.js';
import { type ProjectEvent } from './project.events.js';

type Case = [what: string, history: ProjectEvent[], change: ProjectChange, code: string, field?: string];

describe('what can’t be is refused', () => {
  const life = [opened, signed, started];
  it.each<Case>([
    [
      'completion without a start',
      [opened, signed],
      reach('completion', '2022-06-01'),
      'PROJECT.COMPLETION_BEFORE_START',
    ],
    ['acceptance without completion', life, reach('acceptance', '2022-06-01'), 'PROJECT.ACCEPTANCE_BEFORE_COMPLETION'],
    [
      'assets handed over unaccepted',
      [...life, completed],
      reach('handover', '2023-04-01'),
      'PROJECT.HANDOVER_BEFORE_ACCEPTANCE',
    ],
    ['production before the start’s day', life, reach('production', '2022-04-30'), 'DAY.BEFORE_PREVIOUS', 'occurredOn'],
    [
      'output before production',
      [...life, producing],
      output('500', '2023-01-09'),
      'DAY.BEFORE_PREVIOUS',
      'occurredOn',
    ],
    ['output below the contract', life, output('499.99'), 'PROJECT.OUTPUT_BELOW_CONTRACT', 'outputPerYear'],
    [
      'works while they stand still',
      [...life, suspended],
      reach('completion', '2022-07-01'),
      'PROJECT.SUSPENDED',
      'occurredOn',
    ],
    [
      'a suspension within one',
      [...life, suspended],
      { kind: 'suspend-project', facts: { cause: '雨', forceMajeure: true, occurredOn: '2022-07-01' } },
      'PROJECT.SUSPENDED',
    ],
    [
      'a suspension over recorded works',
      [...life, completed],
      { kind: 'suspend-project', facts: { cause: '雨', forceMajeure: true, occurredOn: '2022-07-01' } },
      'PROJECT.WORKS_WITHIN_SUSPENSION',
      'occurredOn',
    ],
    ['a resumption of nothing', life, plain('resume-project', { occurredOn: '2022-07-01' }), 'PROJECT.NOT_SUSPENDED'],
    ['anything after the end', [...life, terminated], capital({ occurredOn: '2023-07-01' }), 'PROJECT.TERMINATED'],
    [
      'an end before what stands',
      [...life, completed],
      plain('terminate-contract', { reason: 'x', by: 'both', occurredOn: '2023-02-28' }),
      'PROJECT.LATER_MILESTONE_STANDS',
      'occurredOn',
    ],
    [
      'a second end',
      [...life, terminated],
      plain('terminate-contract', { reason: 'x', by: 'both', occurredOn: '2023-07-01' }),
      'PROJECT.TERMINATED',
    ],
    ['anything in a fake project', [opened, fake], reach('registration', '2022-04-01'), 'PROJECT.FOUND_FAKE'],
    ['an amendment of nothing', [opened], amend({}), 'PROJECT.NO_CONTRACT'],
    [
      'an amendment before the contract',
      life,
      amend({ occurredOn: '2022-02-09' }),
      'DAY.BEFORE_PREVIOUS',
      'occurredOn',
    ],
    [
      'an instalment out of turn',
      life,
      amend({
        capitalSchedule: [
          { by: '2023-02-01', amount: '1' },
          { by: '2023-02-01', amount: '1' },
        ],
      }),
      'CONTRACT.SCHEDULE_DISORDERED',
      'capitalSchedule.1.by',
    ],
    [
      'instalments beyond the whole',
      life,
      amend({ capitalSchedule: [{ by: '2023-02-01', amount: '1000.01' }] }),
      'CONTRACT.SCHEDULE_EXCEEDS_TOTAL',
      'capitalSchedule.0.amount',
    ],
    [
      'production promised before the start',
      life,
      amend({ startBy: '2023-05-01', produceBy: '2023-04-30' }),
      'DAY.BEFORE_PREVIOUS',
      'produceBy',
    ],
    ['capital before the contract', [opened], capital({}), 'PROJECT.CAPITAL_BEFORE_CONTRACT'],
    ['yuan at a rate', life, capital({ rate: '7' }), 'CAPITAL.RATE', 'rate'],
    ['an arrival of nothing', life, capital({ amount: '0.00' }), 'CAPITAL.NOTHING', 'amount'],
    [
      'an instalment of nothing',
      life,
      amend({ capitalSchedule: [{ by: '2023-02-01', amount: '0' }] }),
      'CONTRACT.EMPTY_INSTALMENT',
      'capitalSchedule.0.amount',
    ],
    ['a currency worth nothing', life, capital({ currency: 'USD', rate: '0.0' }), 'CAPITAL.RATE', 'rate'],
  ])('%s', (...[, history, change, refused, field]: Case) => {
    const outcome = given(projectDecider, ...history).when({ ...change, today });
    expect(outcome).toEqual(field === undefined ? { refused } : { refused, field });
  });
});

describe('what overlaps in life may', () => {
  const life = [opened, signed, started];
  it.each<[string, ProjectEvent[], ProjectChange]>([
    ['registration before the contract', [opened], reach('registration', '2022-01-20')],
    ['production before completion', life, reach('production', '2022-08-01')],
    ['completion after production', [...life, producing], reach('completion', '2023-03-01')],
    ['works on the day they stop', [...life, suspended], reach('completion', '2022-06-01')],
    ['a fact from before the end, told after it', [...life, terminated], reach('completion', '2023-06-30')],
    [
      'a suspension told when it is over',
      [...life, completed],
      {
        kind: 'suspend-project',
        facts: { cause: '雨', forceMajeure: true, occurredOn: '2022-07-01' },
        resumedOn: '2022-08-01',
      },
    ],
    ['production of a bought plant', [bought, signed], reach('production', '2022-03-01')],
    ['output without production on record', life, output('500')],
  ])('%s', (_, history, change) => {
    expect(given(projectDecider, ...history).when({ ...change, today })).not.toHaveProperty('refused');
  });
});

describe('a finding of fraud', () => {
  const life = [opened, signed, started, completed, producing];
  it('takes along all that rests on what it names', () => {
    const [found] = given(projectDecider, ...life).when({ ...fraud('start'), today }) as ProjectEvent[];
    expect(found?.data).toMatchObject({ kind: 'start', eventIds: ['event-2', 'event-3', 'event-4'] });
  });

  it('of the project itself names everything', () => {
    const [found] = given(projectDecider, ...life).when({ ...fraud('project'), today }) as ProjectEvent[];
    expect(found?.data).toMatchObject({ eventIds: ['event-1', 'event-2', 'event-3', 'event-4'] });
  });
});
