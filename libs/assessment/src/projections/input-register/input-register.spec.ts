import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DomainEvent } from '#libs/eventsourcing';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { type InputEvent, inputStream } from '../../domain/inputs/input.events.js';
import { certifiedInputs } from '../../queries/inputs/certified-inputs.query.js';
import { inputRegisterProjection } from './input-register.projection.js';

const period = { from: '2022-01-01', to: '2022-12-31' };
const scheme = { code: 'example', period };
const log = new Log();
const append = (type: InputEvent['type'], by: string, data: object, of = period) => {
  const place = { scheme: 'example', version: 1, period: of, by, occurredOn: '2022-09-01' };
  const event: DomainEvent = { type, data: { ...place, evidence: [], grade: 'claimed', ...data } };
  return log.append(inputStream('example', of, by), event);
};

const first = append('InputCertified', 'bureau', { input: 'tax', subject: 'aa', value: '1.5' });
append('InputCertified', 'bureau', { input: 'tax', subject: 'bb', value: '2' });
append('InputCertified', 'office', { input: 'tax', subject: 'aa', value: '9' });
append('InputCertified', 'bureau', { input: 'mean', value: '3' });
append(
  'InputCertified',
  'bureau',
  { input: 'tax', subject: 'aa', value: '7' },
  { from: '2021-01-01', to: '2021-12-31' },
);
const items = ['p1', 'p2'].map((id) => ({ id, name: `“${id}”\\{}`, values: { investment: '1' }, tags: ['new'] }));
append('InputCertified', 'bureau', { input: 'projects', subject: 'aa', items });
append('DiscretionaryPointsGiven', 'bureau', {
  input: 'award',
  subject: 'aa',
  points: '2',
  approver: 'account-1',
  reason: '好',
});
const before = log.end;
append('InputCorrected', 'bureau', {
  input: 'tax',
  subject: 'aa',
  value: '1.6',
  correctsEventId: first.id,
  reason: '误',
});
append('RecognitionDecided', 'bureau', {
  input: 'projects',
  subject: 'aa',
  item: 'p1',
  counts: false,
  reason: '财政投资',
});
append('RecognitionDecided', 'bureau', { input: 'projects', subject: 'aa', item: 'p2', counts: false, reason: '重复' });
append('RecognitionDecided', 'bureau', { input: 'projects', subject: 'aa', item: 'p2', counts: true, reason: '复核' });
log.append('assessment-other', { type: 'SomethingNew', data: {} });

describe.each([[1], [3], [100]])('the register of inputs (batches of %d)', (size) => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(inputRegisterProjection);
    await models.feed(log.events, [size]);
  });
  afterAll(() => models.drop());

  const known = async (asOf: bigint) =>
    (await certifiedInputs(models.sql, scheme, asOf)).map(({ input, subject, by, value, items, decisions }) =>
      [input, subject, by, value ?? items?.length, ...decisions.map(({ item, counts }) => `${item} ${counts}`)].join(
        ' ',
      ),
    );

  it('has the last word of each unit on each place of the period, and the last decision on each item', async () => {
    expect(await known(log.end)).toEqual([
      'award aa bureau 2',
      'mean  bureau 3',
      'projects aa bureau 2 p1 false p2 true',
      'tax aa bureau 1.6',
      'tax aa office 9',
      'tax bb bureau 2',
    ]);
  });

  it('has what was known before a correction and the decisions', async () => {
    expect(await known(before)).toContain('tax aa bureau 1.5');
    expect(await known(before)).toContain('projects aa bureau 2');
    expect(await known(0n)).toEqual([]);
  });

  it('keeps everything that a correction and an item say', async () => {
    const found = await certifiedInputs(models.sql, scheme, log.end);
    const tax = found.find(({ input, by }) => input === 'tax' && by === 'bureau');
    expect(tax).toMatchObject({ correctsEventId: first.id, reason: '误', approver: null, occurredOn: '2022-09-01' });
    expect(found.find(({ input }) => input === 'projects')?.items).toEqual(items);
  });
});
