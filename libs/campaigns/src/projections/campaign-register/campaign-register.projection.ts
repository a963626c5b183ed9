import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { insertRows } from '#libs/read-models';
import { type CampaignClosed, type CampaignOpened, campaignStream } from '../../domain/campaign.events.js';
import { CAMPAIGN_REGISTER, CampaignRow, FinalRow } from './campaign.entities.js';

/** Every campaign as it was opened, and the result with which it was closed. */
export const campaignRegisterProjection: Projection = {
  ...CAMPAIGN_REGISTER,
  entities: [CampaignRow, FinalRow],
  onPoison: 'park',

  async apply(events, sql) {
    await insertRows(sql, CampaignRow, events.filter(isOpening).map(campaignOf));
    await insertRows(sql, FinalRow, events.filter(isClose).map(finalOf));
  },
};

const isOpening = (event: SequencedEvent): event is SequencedEvent<CampaignOpened> => event.type === 'CampaignOpened';
const isClose = (event: SequencedEvent): event is SequencedEvent<CampaignClosed> => event.type === 'CampaignClosed';

const idOf = (stream: string): string => stream.slice(campaignStream('').length);

const campaignOf = ({ seq, id, stream, data }: SequencedEvent<CampaignOpened>): CampaignRow => ({
  id: idOf(stream),
  name: data.name,
  periodFrom: data.period.from,
  periodTo: data.period.to,
  contests: data.contests,
  entrants: data.entrants,
  openedSeq: String(seq),
  eventId: id,
});

const finalOf = ({ seq, id, stream, data }: SequencedEvent<CampaignClosed>): FinalRow => ({
  id: idOf(stream),
  final: data.final,
  closedOn: data.occurredOn,
  closedSeq: String(seq),
  eventId: id,
});
