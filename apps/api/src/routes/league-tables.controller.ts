import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import {
  ChangesRequest,
  GetChanges,
  GetLeagueTable,
  GetRateMembers,
  LeagueTableRequest,
  METRICS,
  RateMembersRequest,
} from '#libs/league-tables';
import { postingsProjection } from '#libs/postings';
import { projectSummaryProjection } from '#libs/projects';
import { unitDirectoryProjection } from '#libs/units';
import { CurrentActor } from '../http/access.guard.js';
import { QueryRoute } from '../http/query-route.js';

@ApiTags('成绩单')
@Controller('v1/league-tables')
export class LeagueTablesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryRoute('可以排名的指标及口径')
  metrics() {
    return { metrics: METRICS.map(({ code, name, unit, definition }) => ({ code, name, unit, definition })) };
  }

  @Get(':metric')
  @QueryRoute('某指标在某统计期的成绩单；数值相同名次相同', {
    declaresPosition: true,
    drawsOn: [postingsProjection, projectSummaryProjection, unitDirectoryProjection],
  })
  table(@Param('metric') metric: string, @Query() request: LeagueTableRequest) {
    return this.queries.execute(new GetLeagueTable(metric, request));
  }

  @Get(':metric/projects')
  @QueryRoute('某比率由哪些项目得出：各计入分母多少、分子多少，及其事件', {
    declaresPosition: true,
    drawsOn: [postingsProjection, projectSummaryProjection, unitDirectoryProjection],
  })
  projects(@CurrentActor() actor: Actor, @Param('metric') metric: string, @Query() request: RateMembersRequest) {
    return this.queries.execute(new GetRateMembers(metric, request, visibleUnitOf(actor)));
  }

  @Get(':metric/changes')
  @QueryRoute('两个时点之间，哪些事件改变了某指标的数字，各改变多少', { declaresPosition: true })
  changes(@Param('metric') metric: string, @Query() request: ChangesRequest) {
    return this.queries.execute(new GetChanges(metric, request));
  }
}
