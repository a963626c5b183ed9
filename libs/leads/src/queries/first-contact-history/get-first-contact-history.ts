import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, shownAsOf } from '#libs/audit';
import { CommandRunner } from '#libs/command-handling';
import { SQL, type Sql } from '#libs/database';
import { EVENT_STORE, type EventStore } from '#libs/event-store';
import { refuseUnless } from '#libs/eventsourcing';
import { type HistoryEntry, type HistoryRequest, historyEntries, knownEvents } from '#libs/histories';
import { type UnitCode } from '#libs/values';
import { firstContactsAbout } from '../../commands/first-contacts-of.js';
import { requireLead } from '../../commands/require-lead.js';
import { type FirstContactEvent } from '../../domain/first-contact.events.js';
import { viewersOf } from '../../domain/lead.state.js';
import { LEAD_TITLES } from '../../domain/titles.js';

/** Every claim to have met a lead's investor first, of whatever lead, and how it was settled. */
export interface FirstContactHistory {
  readonly id: string;
  readonly entries: HistoryEntry<FirstContactEvent>[];
}

/** `visibleUnit` hides leads that the unit has no part in. */
export class GetFirstContactHistory extends Query<Dated<FirstContactHistory>> {
  constructor(
    readonly leadId: string,
    readonly request: HistoryRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetFirstContactHistory)
export class GetFirstContactHistoryHandler implements IQueryHandler<GetFirstContactHistory> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(SQL) private readonly sql: Sql,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** @throws Refusal LEAD.UNKNOWN, also for one that the asker may not see; AS_OF.UNKNOWN */
  async execute({ leadId, request, visibleUnit }: GetFirstContactHistory): Promise<Dated<FirstContactHistory>> {
    const lead = await requireLead(this.runner, leadId);
    const visible = visibleUnit === undefined || viewersOf(lead).includes(visibleUnit);
    refuseUnless(visible, 'not-found', 'LEAD.UNKNOWN', '没有这条线索');
    const stream = await firstContactsAbout(this.runner, leadId, lead);
    const { asOf, known } = await knownEvents<FirstContactEvent>(this.sql, this.store, stream, request.asOf);
    const entries = await historyEntries(this.sql, known, LEAD_TITLES, asOf.seq);
    return { id: leadId, entries, asOf: shownAsOf(asOf) };
  }
}
