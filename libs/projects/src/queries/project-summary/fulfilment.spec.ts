import { describe, expect, it } from '@jest/globals';
import { fold } from '#libs/eventsourcing';
import { type ProjectEvent, projectDecider } from '#libs/projects';
import { opened, signed, terminated } from '../../../../../test/support/project-facts.js';
import { fulfilmentOf } from './fulfilment.js';

const promising = (terms: object): ProjectEvent => ({ ...signed, data: { ...signed.data, ...terms } }) as ProjectEvent;
const land: ProjectEvent = {
  type: 'LandSecured',
  data: { parcel: 'p', mu: '60', evidence: [], grade: 'claimed', occurredOn: '2022-03-01' },
};
const amended: ProjectEvent = {
  type: 'ContractAmended',
  data: {
    totalInvestment: '1000',
    fixedAssetInvestment: '800',
    outputPerYear: '400',
    taxPerMu: '20',
    reason: '调整',
    evidence: [],
    occurredOn: '2023-06-01',
  },
};

const CLAIMED = { grade: 'claimed', evidence: [] } as const;

describe('a year measured against the contract', () => {
  const measured = (year: number, ...events: ProjectEvent[]) => {
    const recorded = [opened, ...events].map((event, index) => ({ ...event, id: `event-${index}` }));
    const project = fold(projectDecider, recorded)!;
    const figures = { eventId: 'event-9', on: `${year}-12-31`, year, output: '300', tax: '1000', jobs: 1, ...CLAIMED };
    const { output, taxPerMu } = fulfilmentOf(project, figures);
    return [output, taxPerMu].map((part) => part && `${part.actual} of ${part.promised}: ${part.rate}`);
  };
  const both = promising({ taxPerMu: '20', landMu: '100' });

  it.each([
    ['without a contract', [], [undefined, undefined]],
    ['where output alone is promised', [signed], ['300 of 500: 60.0', undefined]],
    ['on the land of the contract', [both], ['300 of 500: 60.0', '10 of 20: 50.0']],
    ['on the land that was secured', [both, land], ['300 of 500: 60.0', '16.67 of 20: 83.3']],
    ['where no land is known', [promising({ taxPerMu: '20' })], ['300 of 500: 60.0', undefined]],
    ['where nothing a year is promised', [promising({ outputPerYear: '0' })], [undefined, undefined]],
    ['before the contract was amended', [both, amended], ['300 of 500: 60.0', '10 of 20: 50.0']],
  ] as [string, ProjectEvent[], unknown[]][])('%s', (_, events, expected) => {
    expect(measured(2022, ...events)).toEqual(expected);
  });

  it('follows an amendment, and owes nothing once the contract has ended', () => {
    expect(measured(2023, both, land, amended)).toEqual(['300 of 400: 75.0', '16.67 of 20: 83.3']);
    expect(measured(2022, both, terminated)).toEqual(['300 of 500: 60.0', '10 of 20: 50.0']);
    expect(measured(2023, both, terminated)).toEqual([undefined, undefined]);
  });
});
