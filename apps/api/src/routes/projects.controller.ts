import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { type Actor, visibleUnitOf } from '#libs/access';
import { type Answer } from '#libs/command-handling';
import { AsOfRequest } from '#libs/contract';
import { HistoryRequest } from '#libs/histories';
import {
  GetProject,
  GetProjectHistory,
  GetProjects,
  OpenProject,
  OpenProjectBody,
  ProjectsRequest,
  projectSummaryProjection,
} from '#libs/projects';
import { unitDirectoryProjection } from '#libs/units';
import { CurrentActor } from '../http/access.guard.js';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { IdPipe } from '../http/id.pipe.js';
import { QueryRoute } from '../http/query-route.js';

export const projectPath = (id: string) => `/v1/projects/${id}`;

/** Projects: how they are opened, listed and read. */
@ApiTags('项目')
@Controller('v1/projects')
export class ProjectsController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @QueryRoute('项目列表，新登记的在前', {
    declaresPosition: true,
    drawsOn: [projectSummaryProjection, unitDirectoryProjection],
  })
  list(@CurrentActor() actor: Actor, @Query() request: ProjectsRequest) {
    return this.queries.execute(new GetProjects(request, visibleUnitOf(actor)));
  }

  @Get(':id')
  @QueryRoute('一个项目的现状，或某时所知的情况', {
    declaresPosition: true,
    drawsOn: [projectSummaryProjection, unitDirectoryProjection],
  })
  async one(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() { asOf }: AsOfRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await this.queries.execute(new GetProject(id, asOf, visibleUnitOf(actor)));
    // What was is nothing to build on.
    if (asOf === undefined) void reply.header('etag', `"${answer.project.revision}"`);
    return answer;
  }

  @Get(':id/history')
  @QueryRoute('一个项目的履历：何人何时凭何依据登记了什么，以及某日、某时所知的状态', { declaresPosition: true })
  history(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() request: HistoryRequest) {
    return this.queries.execute(new GetProjectHistory(id, request, visibleUnitOf(actor)));
  }

  @Post()
  @CommandRoute('登记项目，可连同已发生的签约、拿地、开工一次登记', 'record')
  open(@CurrentExchange() exchange: Exchange, @Body() body: OpenProjectBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context, id) => new OpenProject(id, body, context), projectPath);
  }
}
