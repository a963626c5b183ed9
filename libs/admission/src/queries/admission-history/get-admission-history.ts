import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, shownAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { EVENT_STORE, type EventStore } from '#libs/event-store';
import { fold, refuseUnless } from '#libs/eventsourcing';
import { type HistoryEntry, type HistoryRequest, historyEntries, knownEvents } from '#libs/histories';
import { type NamedUnit, unitNames } from '#libs/units';
import { type Day, type UnitCode, dayOf } from '#libs/values';
import { type ReviewedProject, admissionDecider } from '../../domain/admission.decider.js';
import { type AdmissionEvent, admissionStream } from '../../domain/admission.events.js';
import { admissionRulesDecider } from '../../domain/rules.decider.js';
import { ADMISSION_RULES_STREAM, type AdmissionRulesPublished } from '../../domain/rules.events.js';
import { type AdmissionStanding, standingOn } from '../../domain/standing.js';
import { ADMISSION_TITLES } from '../../domain/titles.js';
import { ReviewedProjects } from '../../commands/reviewed-projects.js';

/** Every review and override of a project, and whether it could sign on the day `on` by what was known. */
export interface AdmissionHistory {
  readonly id: string;
  readonly on: Day;
  readonly project: Omit<ReviewedProject, 'unit'> & { readonly id: string; readonly unit: NamedUnit };
  readonly standing: AdmissionStanding;
  readonly entries: HistoryEntry<AdmissionEvent>[];
}

/** `visibleUnit` hides other units' projects. */
export class GetAdmissionHistory extends Query<Dated<AdmissionHistory>> {
  constructor(
    readonly projectId: string,
    readonly request: HistoryRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetAdmissionHistory)
export class GetAdmissionHistoryHandler implements IQueryHandler<GetAdmissionHistory> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly projects: ReviewedProjects,
  ) {}

  /** @throws Refusal PROJECT.UNKNOWN, also for one that the asker may not see, or nobody knew of then; AS_OF.UNKNOWN */
  async execute({ projectId, request, visibleUnit }: GetAdmissionHistory): Promise<Dated<AdmissionHistory>> {
    const { on = dayOf(new Date()) } = request;
    const present = await this.projects.find(projectId);
    const visible = present && (visibleUnit === undefined || visibleUnit === present.unit);
    refuseUnless(visible, 'not-found', 'PROJECT.UNKNOWN', '没有这个项目');

    const stream = admissionStream(projectId);
    const { asOf, known } = await knownEvents<AdmissionEvent>(this.sql, this.store, stream, request.asOf);
    const project = request.asOf === undefined ? present : await this.projects.findKnown(projectId, asOf.seq);
    refuseUnless(project, 'not-found', 'PROJECT.UNKNOWN', '没有这个项目');
    const rules = await knownEvents<AdmissionRulesPublished>(
      this.sql,
      this.store,
      ADMISSION_RULES_STREAM,
      request.asOf,
    );
    const unitOf = await unitNames(this.sql, [project.unit], { on, asOf: asOf.seq });
    return {
      id: projectId,
      on,
      project: { id: projectId, name: project.name, unit: unitOf(project.unit) },
      standing: standingOn(fold(admissionRulesDecider, rules.known), fold(admissionDecider, known), on),
      entries: await historyEntries(this.sql, known, ADMISSION_TITLES, asOf.seq),
      asOf: shownAsOf(asOf),
    };
  }
}
