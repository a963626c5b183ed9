import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfField, ChoiceField, CodeField, IdField, PageRequest, TextField, UnitField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type Page } from '#libs/read-models';
import { type UnitCode } from '#libs/values';
import { PROJECT_KINDS, type ProjectKind } from '../../domain/project.events.js';
import { STAGES, type Stage } from '../../domain/project.state.js';
import { type ProjectSummary } from '../summary.js';
import { STANDINGS, type Standing } from '../standing.js';
import { listProjects } from './list-projects.query.js';

export class ProjectsRequest extends PageRequest {
  @AsOfField() asOf?: string;
  @UnitField('责任单位代码', { optional: true }) unit?: UnitCode;
  @ChoiceField('阶段', STAGES, { optional: true }) stage?: Stage;
  @ChoiceField(
    '状态：going 未终止且非虚假（全周期按阶段计数的即此），suspended 其中停工的，terminated 合同终止，fake 查实虚假',
    STANDINGS,
    { optional: true },
  )
  standing?: Standing;
  @ChoiceField('项目性质', PROJECT_KINDS, { optional: true }) kind?: ProjectKind;
  @TextField('产业链', 50, { optional: true }) chain?: string;
  @UnitField('归口专班（单位代码）', { optional: true }) group?: UnitCode;
  @CodeField('类别代码（分级分类规则）', { optional: true }) class?: string;
  @IdField('原项目：只列其扩建项目', { optional: true }) parent?: string;
  @TextField('引荐企业：统一社会信用代码，或其项目编号', 36, { optional: true }) introducer?: string;
  @TextField('项目名称中的文字', 100, { optional: true }) q?: string;
}

/** `visibleUnit` limits the answer to one unit's projects. */
export class GetProjects extends Query<Dated<Page<ProjectSummary>>> {
  constructor(
    readonly request: ProjectsRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

const PAGE = 50;

@QueryHandler(GetProjects)
export class GetProjectsHandler implements IQueryHandler<GetProjects> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ request, visibleUnit }: GetProjects): Promise<Dated<Page<ProjectSummary>>> {
    const { limit = PAGE, asOf: asked, ...question } = request;
    const asOf = await resolveAsOf(this.sql, asked);
    const known = { asOf: asOf.seq, present: asked === undefined };
    return { ...(await listProjects(this.sql, { ...question, ...known, limit, visibleUnit })), asOf: shownAsOf(asOf) };
  }
}
