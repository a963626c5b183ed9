import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postingsProjection } from '#libs/postings';
import { projectStream } from '#libs/projects';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { entriesBehind } from './entries-behind.query.js';
import { type TotalsQuestion } from './question.js';

const PERIOD = { from: '2022-01-01', to: '2022-06-30' };
const RATE = { kind: 'rate', cohort: 'signed-projects', reached: 'started-projects' } as const;
const CLAIMED = { evidence: [], grade: 'claimed' } as const;

const log = new Log();

const open = (project: string, unit: string) =>
  log.append(projectStream(project), {
    type: 'ProjectOpened',
    data: { name: project, unit, occurredOn: '2021-12-01' },
  });
const sign = (project: string, occurredOn: string, amount = '10000') =>
  log.append(projectStream(project), {
    type: 'ContractSigned',
    data: { totalInvestment: amount, fixedAssetInvestment: amount, occurredOn, ...CLAIMED },
  }).id;
const start = (project: string, occurredOn: string) =>
  log.append(projectStream(project), { type: 'ConstructionStarted', data: { occurredOn, ...CLAIMED } }).id;
const strike = (project: string, milestone: string, eventId: string) =>
  log.append(projectStream(project), {
    type: 'FigureVoided',
    data: { eventId, milestone, finding: '不实', occurredOn: '2022-07-01' },
  });

/** Projects of two units, by what happened to them. */
for (const project of ['plain', 'early', 'late-start', 'big', 'false-start', 'false-contract']) open(project, 'aa');
open('other', 'bb');
const earlySigned = sign('early', '2021-12-31');
const earlyStarted = start('early', '2022-02-01');
const signed = sign('plain', '2022-01-01');
const started = start('plain', '2022-06-30');
const lateSigned = sign('late-start', '2022-06-30');
start('late-start', '2022-07-01');
const bigSigned = sign('big', '2022-03-01', '50000');
const falseStartSigned = sign('false-start', '2022-03-02');
const falseStart = start('false-start', '2022-03-03');
const falseContract = sign('false-contract', '2022-03-04');
const startOfFalseContract = start('false-contract', '2022-03-05');
const otherSigned = sign('other', '2022-04-01');
const before = log.end;
strike('false-start', 'start', falseStart);
strike('false-contract', 'contract', falseContract);

describe('the entries behind a figure', () => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(postingsProjection);
    await models.feed(log.events);
  });
  afterAll(() => models.drop());

  type Changes = Partial<TotalsQuestion> & { asOf?: bigint };
  const behind = async (
    measure: TotalsQuestion['measure'],
    units: string[],
    { asOf = log.end, ...changes }: Changes,
  ) => {
    const [found] = await entriesBehind(models.sql, 'unit', [{ measure, ...PERIOD, ...changes }], units, asOf);
    return new Map([...(found ?? [])].map(([unit, { numerator }]) => [unit, numerator.map(({ eventId }) => eventId)]));
  };
  const signedBy = (units: string[], changes: Changes = {}) =>
    behind({ kind: 'sum', of: 'signed-projects' }, units, changes);
  const startedOf = (units: string[], changes: Changes = {}) => behind(RATE, units, changes);

  it('are those in the period that still stand, in the order of the log, for each unit asked for', async () => {
    expect(await signedBy(['aa', 'bb', 'nobody'])).toEqual(
      new Map([
        ['aa', [signed, lateSigned, bigSigned, falseStartSigned]],
        ['bb', [otherSigned]],
      ]),
    );
    expect(await signedBy(['bb'])).toEqual(new Map([['bb', [otherSigned]]]));
  });

  it('keep to the size asked for', async () => {
    expect(await signedBy(['aa'], { minFixedAssets: '50000' })).toEqual(new Map([['aa', [bigSigned]]]));
    expect(await signedBy(['aa'], { minInvestment: '50001' })).toEqual(new Map());
  });

  it('were what they were before a void was known', async () => {
    expect((await signedBy(['aa'], { asOf: before })).get('aa')).toContain(falseContract);
    expect((await startedOf(['aa'], { asOf: before })).get('aa')).toEqual([started, falseStart, startOfFalseContract]);
  });

  it('of a rate are the cohort’s alone, up to the last day', async () => {
    expect(await startedOf(['aa', 'bb'])).toEqual(
      new Map([
        ['aa', [started]],
        ['bb', []],
      ]),
    );
    expect((await startedOf(['aa'], { from: '2021-12-01' })).get('aa')).toEqual([earlyStarted, started]);
    expect((await signedBy(['aa'], { from: '2021-12-01' })).get('aa')).toContain(earlySigned);
  });
});
