import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import { type Answer } from '#libs/command-handling';
import { type CommandBody, VoidStepBody, factsOf } from '#libs/contract';
import { HistoryRequest } from '#libs/histories';
import {
  AdvanceSelectionBody,
  ChangeReserve,
  CheckSiteBody,
  ClearZombieBody,
  ConvertReserve,
  ConvertReserveBody,
  DropReserveBody,
  EnterReserveBody,
  GetReserve,
  GetReserveEntry,
  GetReserveHistory,
  GetZombieReview,
  MarkReadyBody,
  PlanProject,
  PlanProjectBody,
  ReportEarlyWorksBody,
  ReserveEntryRequest,
  ReserveRequest,
  ReviewIdle,
  ReviewIdleBody,
  ReviewReserveBody,
  ReviveZombieBody,
  reserveListProjection,
} from '#libs/reserve';
import { unitDirectoryProjection } from '#libs/units';
import { CurrentActor } from '../http/access.guard.js';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { IdPipe } from '../http/id.pipe.js';
import { QueryRoute } from '../http/query-route.js';
import { projectPath } from './projects.controller.js';

const reservePath = (id: string) => `/v1/reserve/${id}`;
const reviewPath = (id: string) => `/v1/reserve/reviews/${id}`;

@ApiTags('谋划储备')
@Controller('v1/reserve')
export class ReserveController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @QueryRoute('储备库，新谋划的在前；停滞天数算到业务日', {
    declaresPosition: true,
    drawsOn: [reserveListProjection, unitDirectoryProjection],
  })
  list(@CurrentActor() actor: Actor, @Query() request: ReserveRequest) {
    return this.queries.execute(new GetReserve(request, visibleUnitOf(actor)));
  }

  @Get(':id')
  @QueryRoute('一个谋划储备项目', { declaresPosition: true })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() request: ReserveEntryRequest) {
    return this.queries.execute(new GetReserveEntry(id, request, visibleUnitOf(actor)));
  }

  @Get(':id/history')
  @QueryRoute('一个谋划储备项目的履历，以及某日、某时所知的状态', { declaresPosition: true })
  history(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() request: HistoryRequest) {
    return this.queries.execute(new GetReserveHistory(id, request, visibleUnitOf(actor)));
  }

  @Get('reviews/:id')
  @QueryRoute('一次僵尸项目清查：查出哪些，现状如何')
  review(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.queries.execute(new GetZombieReview(id, visibleUnitOf(actor)));
  }

  @Post()
  @CommandRoute('登记谋划项目', 'record')
  plan(@CurrentExchange() exchange: Exchange, @Body() body: PlanProjectBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context, id) => new PlanProject(id, body, context), reservePath);
  }

  @Post('reviews')
  @CommandRoute('清查僵尸项目：停滞满若干天的逐一列为僵尸项目，一次最多一千个', 'inspect')
  reviewAll(@CurrentExchange() exchange: Exchange, @Body() body: ReviewIdleBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context, id) => new ReviewIdle(id, body, context), reviewPath);
  }

  @Post(':id/site-check')
  @CommandRoute('登记多规合一选址核对', 'record')
  checkSite(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: CheckSiteBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'check-site', facts: factsOf(body) });
  }

  @Post(':id/selection')
  @CommandRoute('登记选商、比商、定商', 'record')
  advanceSelection(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: AdvanceSelectionBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'advance-selection', facts: factsOf(body) });
  }

  @Post(':id/early-works')
  @CommandRoute('登记前期工作进展', 'record')
  reportEarlyWorks(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ReportEarlyWorksBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'report-early-works', facts: factsOf(body) });
  }

  @Post(':id/entry')
  @CommandRoute('登记入储备库', 'record')
  enter(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: EnterReserveBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'enter-reserve', facts: factsOf(body) });
  }

  @Post(':id/readiness')
  @CommandRoute('认定成熟', 'record')
  markReady(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: MarkReadyBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'mark-ready', facts: factsOf(body) });
  }

  @Post(':id/drop')
  @CommandRoute('放弃', 'record')
  drop(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: DropReserveBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'drop-reserve', facts: factsOf(body) });
  }

  @Post(':id/revival')
  @CommandRoute('激活僵尸项目，须说明理由', 'record')
  revive(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ReviveZombieBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'revive-zombie', facts: factsOf(body) });
  }

  @Post(':id/clearance')
  @CommandRoute('清理僵尸项目，须说明理由', 'inspect')
  clear(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ClearZombieBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'clear-zombie', facts: factsOf(body) });
  }

  @Post(':id/voids')
  @CommandRoute('作废误登的最后一步', 'record')
  voidStep(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: VoidStepBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'void-step', facts: factsOf(body) });
  }

  @Post(':id/review')
  @CommandRoute('清查一个储备项目：停滞满若干天即列为僵尸项目', 'inspect')
  reviewOne(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ReviewReserveBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'review-reserve', facts: factsOf(body) });
  }

  @Post(':id/conversion')
  @CommandRoute('储备项目转为项目（答复为新项目）', 'record')
  convert(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ConvertReserveBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new ConvertReserve(id, body, context), projectPath);
  }

  private change(exchange: Exchange, id: string, body: CommandBody, change: ChangeReserve['change']): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new ChangeReserve(id, change, context), reservePath);
  }
}
