import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, shownAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { EVENT_STORE, type EventStore } from '#libs/event-store';
import { refuseUnless } from '#libs/eventsourcing';
import { type HistoryRequest, historyEntries, knownEvents } from '#libs/histories';
import { unitNames } from '#libs/units';
import { type Day, type UnitCode, dayOf } from '#libs/values';
import { type ProjectEvent, projectStream } from '../../domain/project.events.js';
import { PROJECT_TITLES } from '../../domain/titles.js';
import { readersOf } from '../../domain/project.state.js';
import { columnsOf } from '../../projections/project-summary/columns.js';
import { type NamedIntroducer, namedIntroducers } from '../named-introducers.query.js';
import { unitsInRecord } from '../project-summary/project-record.query.js';
import { type ShownTask, shownTasks } from '../shown-tasks.js';
import { unitsIn } from '../summary.js';
import { type ProjectHistoryEntry, withUndoing } from './entries.js';
import { type ProjectOnDay, shown, stateOn } from './state-on.js';
import { voidsAmong } from './voids.js';

/** A project's facts in the order in which they became known, and its state. */
export interface ProjectHistory {
  readonly id: string;
  readonly on?: Day;
  readonly entries: ProjectHistoryEntry[];
  /** Null when the project did not exist on that day, or was not known. */
  readonly state: ProjectOnDay | null;
  /** All its 六定 as they stood at the end of the day, today's without one. */
  readonly tasks: ShownTask[];
  /** Who brought it in, where another enterprise did. */
  readonly introducer?: NamedIntroducer;
}

/** `visibleUnit` hides other units' projects. */
export class GetProjectHistory extends Query<Dated<ProjectHistory>> {
  constructor(
    readonly id: string,
    readonly request: HistoryRequest,
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
    const { asOf, all, known } = await knownEvents<ProjectEvent>(this.sql, this.store, projectStream(id), asked);
    const now = stateOn(all, new Map(), undefined);
    const visible = now && (visibleUnit === undefined || readersOf(now).includes(visibleUnit));
    refuseUnless(visible, 'not-found', 'PROJECT.UNKNOWN', '没有这个项目');

    const voids = voidsAmong(known);
    const state = stateOn(known, voids, on);
    const entries = await historyEntries(this.sql, known, PROJECT_TITLES, asOf.seq);
    const units = state ? [...unitsIn(columnsOf(state)), ...unitsInRecord(state)] : [];
    const unitOf = await unitNames(this.sql, units, { on, asOf: asOf.seq });
    const { introducer } = state ?? {};
    const introducerOf = await namedIntroducers(this.sql, introducer ? [introducer] : [], asOf.seq);
    return {
      id,
      asOf: shownAsOf(asOf),
      on,
      entries: entries.map((entry) => withUndoing(entry, voids)),
      state: state ? shown(state, unitOf) : null,
      tasks: state ? shownTasks(state, unitOf, on ?? dayOf(new Date())) : [],
      ...(introducer && { introducer: introducerOf(introducer) }),
    };
  }
}
