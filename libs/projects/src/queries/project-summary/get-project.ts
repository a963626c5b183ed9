import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { type UnitCode } from '#libs/values';
import { type ProjectSummary } from '../summary.js';
import { projectSummaryOf } from './project-summary.query.js';

/** `visibleUnit` hides other units' projects. */
export class GetProject extends Query<Dated<{ project: ProjectSummary }>> {
  constructor(
    readonly id: string,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetProject)
export class GetProjectHandler implements IQueryHandler<GetProject> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  /** @throws Refusal PROJECT.UNKNOWN, also for a project that the asker may not see. */
  async execute({ id, visibleUnit }: GetProject): Promise<Dated<{ project: ProjectSummary }>> {
    const asOf = await resolveAsOf(this.sql);
    const project = await projectSummaryOf(this.sql, id, visibleUnit);
    refuseUnless(project, 'not-found', 'PROJECT.UNKNOWN', '没有这个项目');
    return { project, asOf: shownAsOf(asOf) };
  }
}
