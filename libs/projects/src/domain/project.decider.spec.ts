import { describe, expect, it } from '@jest/globals';
import { given } from '#libs/eventsourcing';
import { projectDecider } from './project.decider.js';
import { type ProjectEvent } from './project.events.js';

const today = '2022-09-30';
const opened: ProjectEvent = {
  type: 'ProjectOpened',
  data: { name: '新材料项目', unit: 'luan-01', occurredOn: '2022-01-05' },
};
const claimed = (occurredOn: string) => ({ occurredOn, evidence: [], grade: 'claimed' as const });
const signed: ProjectEvent = {
  type: 'ContractSigned',
  data: { totalInvestment: '120000', fixedAssetInvestment: '100000', ...claimed('2022-02-10') },
};
const started: ProjectEvent = { type: 'ConstructionStarted', data: claimed('2022-05-01') };
const terms = { totalInvestment: '120000', fixedAssetInvestment: '100000.50', occurredOn: '2022-02-10' };
const project = (...history: ProjectEvent[]) => given(projectDecider, ...history);
const sign = (contract: object = {}) =>
  ({ kind: 'reach-milestone', milestone: 'contract', terms: { ...terms, ...contract }, today }) as const;
const start = (occurredOn: string) =>
  ({ kind: 'reach-milestone', milestone: 'start', terms: { occurredOn }, today }) as const;

describe('a contract', () => {
  it('is signed once the project is opened, with amounts in one spelling', () => {
    expect(project(opened).when(sign())).toEqual([
      {
        type: 'ContractSigned',
        data: { totalInvestment: '120000', fixedAssetInvestment: '100000.5', ...claimed('2022-02-10') },
      },
    ]);
  });

  it('is documented when papers prove it', () => {
    const evidence = [{ kind: 'contract' as const, sha256: 'a'.repeat(64), number: 'HT-1' }];
    expect(project(opened).when(sign({ evidence }))).toMatchObject([{ data: { grade: 'documented', evidence } }]);
  });

  it.each([
    ['a second time', [opened, signed], {}, { refused: 'PROJECT.CONTRACT_ALREADY_RECORDED' }],
    ['for an unknown project', [], {}, { refused: 'PROJECT.UNKNOWN' }],
    ['in the future', [opened], { occurredOn: '2022-10-01' }, { refused: 'DAY.IN_FUTURE', field: 'occurredOn' }],
    [
      'before the project',
      [opened],
      { occurredOn: '2022-01-04' },
      { refused: 'DAY.BEFORE_PREVIOUS', field: 'occurredOn' },
    ],
    [
      'with more fixed assets than the whole',
      [opened],
      { fixedAssetInvestment: '120000.01' },
      { refused: 'CONTRACT.FIXED_ASSETS_EXCEED_TOTAL', field: 'fixedAssetInvestment' },
    ],
    [
      'promising a start before it',
      [opened],
      { startBy: '2022-02-09' },
      { refused: 'DAY.BEFORE_PREVIOUS', field: 'startBy' },
    ],
  ])('is refused %s', (_, history, change, refusal) => {
    expect(project(...history).when(sign(change))).toEqual(refusal);
  });

  it('may promise days to come', () => {
    expect(project(opened).when(sign({ startBy: '2023-01-01' }))).toMatchObject([{ data: { startBy: '2023-01-01' } }]);
  });
});

describe('a start', () => {
  it('follows the contract, with or without land on record', () => {
    expect(project(opened, signed).when(start('2022-02-10'))).toEqual([
      { type: 'ConstructionStarted', data: claimed('2022-02-10') },
    ]);
  });

  it.each([
    ['without a contract', [opened], '2022-05-01', { refused: 'PROJECT.START_BEFORE_CONTRACT' }],
    [
      'on a day before the contract',
      [opened, signed],
      '2022-02-09',
      { refused: 'DAY.BEFORE_PREVIOUS', field: 'occurredOn' },
    ],
    ['twice', [opened, signed, started], '2022-06-01', { refused: 'PROJECT.START_ALREADY_RECORDED' }],
    ['in the future', [opened, signed], '2022-10-01', { refused: 'DAY.IN_FUTURE', field: 'occurredOn' }],
  ])('is refused %s', (_, history, day, refusal) => {
    expect(project(...history).when(start(day))).toEqual(refusal);
  });
});

describe('output', () => {
  it('is reached after the start', () => {
    const reach = {
      kind: 'reach-milestone',
      milestone: 'output',
      terms: { outputPerYear: '5000', occurredOn: '2022-09-01' },
      today,
    } as const;
    expect(project(opened, signed, started).when(reach)).toMatchObject([{ type: 'DesignCapacityReached' }]);
    expect(project(opened, signed).when(reach)).toEqual({ refused: 'PROJECT.OUTPUT_BEFORE_START' });
  });
});

describe('a void', () => {
  const voiding = (milestone: 'contract' | 'start', occurredOn = '2022-07-01') =>
    ({ kind: 'void-figure', milestone, finding: '现场未开工', occurredOn, today }) as const;

  it('names the event that it takes back', () => {
    expect(project(opened, signed, started).when(voiding('start'))).toEqual([
      {
        type: 'FigureVoided',
        data: { eventId: 'event-2', milestone: 'start', finding: '现场未开工', occurredOn: '2022-07-01' },
      },
    ]);
  });

  it('lets the milestone be reached anew', () => {
    const voided: ProjectEvent = {
      type: 'FigureVoided',
      data: { eventId: 'event-2', milestone: 'start', finding: '现场未开工', occurredOn: '2022-07-01' },
    };
    expect(project(opened, signed, started, voided).when(start('2022-08-01'))).toMatchObject([
      { type: 'ConstructionStarted' },
    ]);
    expect(project(opened, signed, started, voided).when(voiding('start'))).toMatchObject({
      refused: 'PROJECT.NOTHING_TO_VOID',
    });
  });

  it('waits for what rests on it', () => {
    expect(project(opened, signed, started).when(voiding('contract'))).toEqual({
      refused: 'PROJECT.LATER_MILESTONE_STANDS',
      field: 'milestone',
    });
  });

  it('does not lie before what it takes back', () => {
    expect(project(opened, signed, started).when(voiding('start', '2022-04-30'))).toEqual({
      refused: 'DAY.BEFORE_PREVIOUS',
      field: 'occurredOn',
    });
  });
});

describe('opening', () => {
  const open = (more: object = {}) =>
    ({
      kind: 'open-project',
      project: { name: '新材料项目', unit: 'luan-01', occurredOn: '2022-01-05' },
      today,
      ...more,
    }) as const;

  it('brings along what has already happened', () => {
    const events = project().when(open({ contract: terms, start: { occurredOn: '2022-05-01' } }));
    expect(events).toMatchObject([
      { type: 'ProjectOpened' },
      { type: 'ContractSigned' },
      { type: 'ConstructionStarted' },
    ]);
  });

  it('applies the same rules to it, and names the field', () => {
    expect(project().when(open({ start: { occurredOn: '2022-05-01' } }))).toEqual({
      refused: 'PROJECT.START_BEFORE_CONTRACT',
    });
    expect(project().when(open({ contract: terms, start: { occurredOn: '2022-01-01' } }))).toEqual({
      refused: 'DAY.BEFORE_PREVIOUS',
      field: 'start.occurredOn',
    });
  });

  it('happens once', () => {
    expect(project(opened).when(open())).toEqual({ refused: 'PROJECT.ALREADY_OPENED' });
  });
});
