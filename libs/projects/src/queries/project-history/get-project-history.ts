import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, seqsOfStream, shownAsOf } from '#libs/audit';
import { AsOfRequest, DayField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { EVENT_STORE, type EventStore } from '#libs/event-store';
import { type StoredEvent, refuseUnless } from '#libs/eventsourcing';
import { unitNames } from '#libs/units';
import { type Day, type UnitCode } from '#libs/values';
import { type ProjectEvent, projectStream } from '../../domain/project.events.js';
import { columnsOf } from '../../projections/project-summary/columns.js';
import { unitsIn } from '../summary.js';
import { type HistoryEntry, entryOf } from './entries.js';
import { type ProjectOnDay, shown, stateOn } from './state-on.js';
import { voidsAmong } from './voids.js';

export class ProjectHistoryRequest extends AsOfRequest {
  @DayField('业务日：项目在该日的状态', { optional: true }) on?: Day;
}

/** A project's facts in the order in which they became known, and its state. */
export interface ProjectHistory {
  readonly id: string;
  readonly on?: Day;
  readonly entries: HistoryEntry[];
  /** Null when the project did not exist on that day, or was not known. */
  readonly state: ProjectOnDay | null;
}

/** `visibleUnit` hides other units' projects. */
export class GetProjectHistory extends Query<Dated<ProjectHistory>> {
  constructor(
    readonly id: string,
    readonly request: ProjectHistoryRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

/** Reads the event store itself: the read models only say which events were known by `asOf`. */
@QueryHandler(GetProjectHistory)
export class GetProjectHistoryHandler implements IQueryHandler<GetProjectHistory> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** @throws Refusal PROJECT.UNKNOWN, also for a project that the asker may not see; AS_OF.UNKNOWN */
  async execute({ id, request: { on, asOf: asked }, visibleUnit }: GetProjectHistory): Promise<Dated<ProjectHistory>> {
    const asOf = await resolveAsOf(this.sql, asked);
    const all = (await Array.fromAsync(this.store.readStream(projectStream(id)))) as StoredEvent<ProjectEvent>[];
    const now = stateOn(all, new Map(), undefined);
    const visible = now && (visibleUnit === undefined || [now.unit, now.localUnit].includes(visibleUnit));
    refuseUnless(visible, 'not-found', 'PROJECT.UNKNOWN', '没有这个项目');

    const seqs = await seqsOfStream(this.sql, projectStream(id));
    const seqOf = ({ revision }: StoredEvent) => seqs.get(revision);
    const known = asked === undefined ? all : all.filter((event) => (seqOf(event) ?? Infinity) <= asOf.seq);
    const voids = voidsAmong(known);
    const state = stateOn(known, voids, on);
    const acting = known.map(({ metadata }) => metadata.actingUnit);
    const unitOf = await unitNames(this.sql, [...(state ? unitsIn(columnsOf(state)) : []), ...acting], {
      on,
      asOf: asOf.seq,
    });
    return {
      id,
      asOf: shownAsOf(asOf),
      on,
      entries: known.map((event) => entryOf(event, seqOf(event), voids.get(event.id), unitOf)),
      state: state ? shown(state, unitOf) : null,
    };
  }
}
