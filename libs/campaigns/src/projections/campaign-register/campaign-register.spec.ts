import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { campaignStream } from '../../domain/campaign.events.js';
import { listCampaigns } from '../../queries/list-campaigns/list-campaigns.query.js';
import { campaignRegisterProjection } from './campaign-register.projection.js';

const IDS = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as const;
const log = new Log();
const open = (id: string, from: string) =>
  log.append(campaignStream(id), {
    type: 'CampaignOpened',
    data: {
      name: `自${from}起`,
      period: { from, to: '2022-12-31' },
      contests: [{ metric: 'outings' }],
      entrants: ['aa'],
      occurredOn: '2022-01-01',
    },
  });
open(IDS[0], '2022-01-01');
open(IDS[1], '2022-06-01');
const opened = log.end;
const final = { asOf: '2', tables: [], hash: 'f'.repeat(64) };
const close = log.append(campaignStream(IDS[0]), { type: 'CampaignClosed', data: { final, occurredOn: '2023-01-05' } });

describe.each([[1], [2], [100]])('the register of campaigns (batches of %d)', (size) => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(campaignRegisterProjection);
    await models.feed(log.events, [size]);
  });
  afterAll(() => models.drop());

  it('lists the later period first, with the result once it is known', async () => {
    const known = await listCampaigns(models.sql, log.end);
    expect(known.map(({ id }) => id)).toEqual([IDS[1], IDS[0]]);
    expect(known[1]?.closed).toEqual({ on: '2023-01-05', final, eventId: close.id });
    const [before] = await listCampaigns(models.sql, opened, IDS[0]);
    expect(before).toMatchObject({ id: IDS[0], period: { from: '2022-01-01', to: '2022-12-31' }, entrants: ['aa'] });
    expect(before).not.toHaveProperty('closed');
    expect(await listCampaigns(models.sql, 0n)).toEqual([]);
  });
});
