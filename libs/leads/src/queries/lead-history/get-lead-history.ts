import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, shownAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { EVENT_STORE, type EventStore } from '#libs/event-store';
import { fold, refuseUnless } from '#libs/eventsourcing';
import { type HistoryEntry, type HistoryRequest, happenedBy, historyEntries, knownEvents } from '#libs/histories';
import { namedIntroducers } from '#libs/projects';
import { unitNames } from '#libs/units';
import { type Day, type UnitCode } from '#libs/values';
import { leadDecider } from '../../domain/lead.decider.js';
import { type LeadEvent, leadStream } from '../../domain/lead.events.js';
import { viewersOf } from '../../domain/lead.state.js';
import { LEAD_TITLES } from '../../domain/titles.js';
import { type MergedLead, leadsMergedInto } from '../merged-leads.query.js';
import { type ShownLead, shownLead, unitsInLead } from './shown-lead.js';

/** A lead's events in the order in which they became known, and what it was on the day. */
export interface LeadHistory {
  readonly id: string;
  readonly on?: Day;
  readonly entries: HistoryEntry<LeadEvent>[];
  /** Null when the lead was not captured by that day, or not known. */
  readonly state: ShownLead | null;
  /** The leads that were found to be the same and go on in this one. */
  readonly merged: MergedLead[];
}

/** `visibleUnit` hides leads that the unit has no part in. */
export class GetLeadHistory extends Query<Dated<LeadHistory>> {
  constructor(
    readonly id: string,
    readonly request: HistoryRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetLeadHistory)
export class GetLeadHistoryHandler implements IQueryHandler<GetLeadHistory> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** @throws Refusal LEAD.UNKNOWN, also for one that the asker may not see; AS_OF.UNKNOWN */
  async execute({ id, request: { on, asOf: asked }, visibleUnit }: GetLeadHistory): Promise<Dated<LeadHistory>> {
    const { asOf, all, known } = await knownEvents<LeadEvent>(this.sql, this.store, leadStream(id), asked);
    const now = fold(leadDecider, all);
    const visible = now && (visibleUnit === undefined || viewersOf(now).includes(visibleUnit));
    refuseUnless(visible, 'not-found', 'LEAD.UNKNOWN', '没有这条线索');

    const lead = fold(leadDecider, happenedBy(known, on));
    const unitOf = await unitNames(this.sql, lead ? unitsInLead(lead) : [], { on, asOf: asOf.seq });
    const introducer = lead?.introducer;
    const introducerOf = await namedIntroducers(this.sql, introducer ? [introducer] : [], asOf.seq);
    return {
      id,
      on,
      entries: await historyEntries(this.sql, known, LEAD_TITLES, asOf.seq),
      state: lead ? shownLead(lead, unitOf, introducer && introducerOf(introducer)) : null,
      merged: await leadsMergedInto(this.sql, id, { on, asOf: asOf.seq }),
      asOf: shownAsOf(asOf),
    };
  }
}
