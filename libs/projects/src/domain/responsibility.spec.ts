import { describe, expect, it } from '@jest/globals';
import { given } from '#libs/eventsourcing';
import { fake, opened, plain, signed, terminated, today } from '../../../../test/support/project-facts.js';
import { type ProjectChange } from './project.commands.js';
import { projectDecider } from './project.decider.js';
import { type ProjectEvent } from './project.events.js';

const six = { matter: '年内开工', target: '2 亿元', leader: 'account-7', unit: 'd1', requirement: '按月调度' };
const fixed = (occurredOn = '2022-03-01'): ProjectEvent => ({
  type: 'ResponsibilityFixed',
  data: { ...six, due: '2022-12-31', occurredOn },
});
const finish = (occurredOn: string, taskEventId = 'event-2', more: object = {}): ProjectChange =>
  plain('finish-responsibility', { taskEventId, result: '已开工', ...more, occurredOn });
const done = (occurredOn: string, taskEventId = 'event-2'): ProjectEvent => ({
  type: 'ResponsibilityDone',
  data: { taskEventId, result: '已开工', evidence: [], occurredOn },
});
const voided = (eventId: string): ProjectEvent => ({
  type: 'FigureVoided',
  data: { eventId, finding: '误登', occurredOn: '2023-08-01' },
});
const voids = (eventId: string): ProjectChange => ({
  kind: 'void-figure',
  eventId,
  finding: '误登',
  occurredOn: today,
});
type Case = [what: string, history: ProjectEvent[], change: ProjectChange, code: string, field?: string];
const life = [opened, signed, fixed()];
const outcome = (history: ProjectEvent[], change: ProjectChange) =>
  given(projectDecider, ...history).when({ ...change, today });

describe('六定 of a project', () => {
  it('are done once, however late, with the papers that show it', () => {
    expect(outcome(life, finish('2022-03-01'))).toEqual([done('2022-03-01')]);
    expect(outcome(life, finish('2023-06-01'))).toEqual([done('2023-06-01')]);
    const evidence = [{ kind: 'photo', sha256: 'a'.repeat(64) }];
    expect(outcome(life, finish('2022-06-01', 'event-2', { evidence }))).toMatchObject([{ data: { evidence } }]);
  });

  it.each<Case>([
    ['nothing is open', [opened, signed], finish('2022-06-01'), 'PROJECT.NO_OPEN_TASK', 'taskEventId'],
    ['they are done', [...life, done('2022-06-01')], finish('2022-06-02'), 'PROJECT.NO_OPEN_TASK', 'taskEventId'],
    ['they were set anew', [...life, fixed()], finish('2022-06-01'), 'PROJECT.NO_OPEN_TASK', 'taskEventId'],
    ['it isn’t they', life, finish('2022-06-01', 'event-1'), 'PROJECT.NO_OPEN_TASK', 'taskEventId'],
    ['they weren’t set yet', life, finish('2022-02-28'), 'DAY.BEFORE_PREVIOUS', 'occurredOn'],
    ['the day is to come', life, finish('2023-10-01'), 'DAY.IN_FUTURE', 'occurredOn'],
    ['there is no such project', [...life, fake], finish('2022-06-01'), 'PROJECT.FOUND_FAKE'],
  ])('are not done where %s', (...[, history, change, refused, field]: Case) => {
    expect(outcome(history, change)).toEqual(field === undefined ? { refused } : { refused, field });
  });

  it('stay open whoever leads, whoever answers, and when the contract ends', () => {
    const attached: ProjectEvent = {
      type: 'LeaderAttached',
      data: { account: 'account-7', duty: '包保', occurredOn: '2022-03-01' },
    };
    const left: ProjectEvent = { type: 'LeaderDetached', data: { account: 'account-7', occurredOn: '2022-04-01' } };
    const handedOver: ProjectEvent = {
      type: 'HandedOver',
      data: { fromUnit: 'd1', toUnit: 'd2', phase: 'construction', occurredOn: '2022-05-01' },
    };
    const history = [...life, attached, left, handedOver, terminated];
    expect(outcome(history, finish('2023-07-01'))).toEqual([done('2023-07-01')]);
  });

  it('are open again once the word that they are done is void, which goes before they do', () => {
    const history = [...life, done('2022-06-01')];
    expect(outcome(history, voids('event-2'))).toEqual({
      refused: 'PROJECT.LATER_MILESTONE_STANDS',
      field: 'eventId',
    });
    expect(outcome(history, voids('event-3'))).toMatchObject([{ type: 'FigureVoided', data: { eventId: 'event-3' } }]);
    expect(outcome([...history, voided('event-3')], finish('2022-07-01'))).toEqual([done('2022-07-01')]);
    expect(outcome([...life, fixed('2022-04-01'), voided('event-3')], finish('2022-07-01'))).toEqual([
      done('2022-07-01'),
    ]);
  });
});
