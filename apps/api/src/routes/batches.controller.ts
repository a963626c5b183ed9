import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import {
  BatchRequest,
  BatchesRequest,
  ChangeBatch,
  GetBatch,
  GetBatches,
  HoldBatchBody,
  ListProjects,
  ListProjectsBody,
  PlanBatch,
  PlanBatchBody,
  UnlistProjectBody,
  VoidHoldingBody,
  batchRegisterProjection,
} from '#libs/batches';
import { type Answer } from '#libs/command-handling';
import { type CommandBody, factsOf } from '#libs/contract';
import { postingsProjection } from '#libs/postings';
import { projectSummaryProjection } from '#libs/projects';
import { unitDirectoryProjection } from '#libs/units';
import { CurrentActor } from '../http/access.guard.js';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { IdPipe } from '../http/id.pipe.js';
import { QueryRoute } from '../http/query-route.js';

const batchPath = (id: string) => `/v1/batches/${id}`;

@ApiTags('集中签约、开工、竣工')
@Controller('v1/batches')
export class BatchesController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @QueryRoute('集中活动及其兑现率，新登记的在前', {
    declaresPosition: true,
    drawsOn: [batchRegisterProjection, postingsProjection, projectSummaryProjection, unitDirectoryProjection],
  })
  list(@CurrentActor() actor: Actor, @Query() request: BatchesRequest) {
    return this.queries.execute(new GetBatches(request, visibleUnitOf(actor)));
  }

  @Get(':id')
  @QueryRoute('一次集中活动：名单中的项目各在何日真正签约、开工、竣工', {
    declaresPosition: true,
    drawsOn: [batchRegisterProjection, postingsProjection, projectSummaryProjection, unitDirectoryProjection],
  })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() request: BatchRequest) {
    return this.queries.execute(new GetBatch(id, request, visibleUnitOf(actor)));
  }

  @Post()
  @CommandRoute('登记集中签约、开工或竣工活动', 'record')
  plan(@CurrentExchange() exchange: Exchange, @Body() body: PlanBatchBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context, id) => new PlanBatch(id, body, context), batchPath);
  }

  @Post(':id/projects')
  @CommandRoute('项目列入名单，可一次列入多个', 'record')
  listProjects(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ListProjectsBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new ListProjects(id, body, context), batchPath);
  }

  @Post(':id/projects/removal')
  @CommandRoute('项目移出名单，须说明原因', 'record')
  unlistProject(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: UnlistProjectBody,
  ): Promise<Answer> {
    const facts = { ...factsOf(body), projectId: body.projectId.toLowerCase() };
    return this.change(exchange, id, body, { kind: 'unlist-project', facts });
  }

  @Post(':id/holding')
  @CommandRoute('登记活动已举办，名单就此确定', 'record')
  hold(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: HoldBatchBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'hold-batch', facts: factsOf(body) });
  }

  @Post(':id/holding/void')
  @CommandRoute('作废误登的举办记录，名单重新开放', 'inspect')
  voidHolding(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: VoidHoldingBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'void-holding', facts: factsOf(body) });
  }

  private change(exchange: Exchange, id: string, body: CommandBody, change: ChangeBatch['change']): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new ChangeBatch(id, change, context), batchPath);
  }
}
