import { Column, Entity, PrimaryColumn } from 'typeorm';
import { schemaOf } from '#libs/projections';
import { type Day, type UnitCode } from '#libs/values';
import { type Contest, type Final } from '../../domain/campaign.events.js';

export const CAMPAIGN_REGISTER = { name: 'campaign-register', version: 1 } as const;
const schema = schemaOf(CAMPAIGN_REGISTER);

/** A campaign as it was opened. */
@Entity({ schema, name: 'campaign' })
export class CampaignRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ name: 'period_from', type: 'date' })
  periodFrom: Day;

  @Column({ name: 'period_to', type: 'date' })
  periodTo: Day;

  @Column({ type: 'jsonb' })
  contests: readonly Contest[];

  @Column({ type: 'jsonb' })
  entrants: readonly UnitCode[];

  @Column({ name: 'opened_seq', type: 'bigint' })
  openedSeq: string;

  @Column({ name: 'event_id', type: 'uuid' })
  eventId: string;
}

/** The result with which it was closed. */
@Entity({ schema, name: 'final' })
export class FinalRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'jsonb' })
  final: Final;

  @Column({ name: 'closed_on', type: 'date' })
  closedOn: Day;

  @Column({ name: 'closed_seq', type: 'bigint' })
  closedSeq: string;

  @Column({ name: 'event_id', type: 'uuid' })
  eventId: string;
}
