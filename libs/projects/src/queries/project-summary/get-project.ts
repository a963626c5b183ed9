import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { unitNames } from '#libs/units';
import { type UnitCode } from '#libs/values';
import { type NamedIntroducer, namedIntroducers } from '../named-introducers.query.js';
import { type ProjectSummary } from '../summary.js';
import { type ProjectRecord, projectStateOf, recordOf, unitsInRecord } from './project-record.query.js';
import { projectSummaryOf } from './project-summary.query.js';

/** A project's page: what it shows of itself, and the whole record behind it. */
export interface ProjectShown {
  readonly project: ProjectSummary;
  readonly record: ProjectRecord;
  /** Who brought it in, where another enterprise did. */
  readonly introducer?: NamedIntroducer;
}

/** `visibleUnit` hides other units' projects. */
export class GetProject extends Query<Dated<ProjectShown>> {
  constructor(
    readonly id: string,
    readonly asOf: string | undefined,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetProject)
export class GetProjectHandler implements IQueryHandler<GetProject> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  /** @throws Refusal PROJECT.UNKNOWN, also for a project that the asker may not see, or might not then; AS_OF.UNKNOWN */
  async execute({ id, asOf: asked, visibleUnit }: GetProject): Promise<Dated<ProjectShown>> {
    const asOf = await resolveAsOf(this.sql, asked);
    const then = asked === undefined ? undefined : asOf.seq;
    const project = await projectSummaryOf(this.sql, id, visibleUnit, then);
    const state = project && (await projectStateOf(this.sql, id, then));
    refuseUnless(state, 'not-found', 'PROJECT.UNKNOWN', '没有这个项目');
    const nameOf = await unitNames(this.sql, unitsInRecord(state), { asOf: then });
    const { introducer } = state;
    const introducerOf = await namedIntroducers(this.sql, introducer ? [introducer] : [], then);
    return {
      project,
      record: recordOf(state, nameOf),
      ...(introducer && { introducer: introducerOf(introducer) }),
      asOf: shownAsOf(asOf),
    };
  }
}
