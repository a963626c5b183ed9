import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import { type Answer } from '#libs/command-handling';
import { HistoryRequest } from '#libs/histories';
import { unitDirectoryProjection } from '#libs/units';
import {
  GetInPerson,
  GetVisit,
  GetVisitCounts,
  GetVisitHistory,
  GetVisits,
  InPersonRequest,
  LogVisit,
  LogVisitBody,
  VisitCountsRequest,
  VisitsRequest,
  CorrectVisit,
  CorrectVisitBody,
  VoidVisit,
  VoidVisitBody,
  visitRegisterProjection,
} from '#libs/visits';
import { CurrentActor } from '../http/access.guard.js';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { IdPipe } from '../http/id.pipe.js';
import { QueryRoute } from '../http/query-route.js';

const visitPath = (id: string) => `/v1/visits/${id}`;

@ApiTags('外出招商与接待')
@Controller('v1/visits')
export class VisitsController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @QueryRoute('外出、接待、驻点、走访记录，最近登记的在前', {
    declaresPosition: true,
    drawsOn: [visitRegisterProjection, unitDirectoryProjection],
  })
  list(@CurrentActor() actor: Actor, @Query() request: VisitsRequest) {
    return this.queries.execute(new GetVisits(request, visibleUnitOf(actor)));
  }

  @Get('counts')
  @QueryRoute('统计期内按单位、领导、月份的批次和天数', {
    declaresPosition: true,
    drawsOn: [visitRegisterProjection, unitDirectoryProjection],
  })
  counts(@CurrentActor() actor: Actor, @Query() request: VisitCountsRequest) {
    return this.queries.execute(new GetVisitCounts(request, visibleUnitOf(actor)));
  }

  @Get('in-person')
  @QueryRoute('三个亲自：统计期内领导对每个重大项目亲自洽谈、协调、督办的次数', { declaresPosition: true })
  inPerson(@CurrentActor() actor: Actor, @Query() request: InPersonRequest) {
    return this.queries.execute(new GetInPerson(request, visibleUnitOf(actor)));
  }

  @Get(':id')
  @QueryRoute('一次外出或接待')
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.queries.execute(new GetVisit(id, visibleUnitOf(actor)));
  }

  @Get(':id/history')
  @QueryRoute('一次外出或接待的登记记录', { declaresPosition: true })
  history(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() request: HistoryRequest) {
    return this.queries.execute(new GetVisitHistory(id, request, visibleUnitOf(actor)));
  }

  @Post()
  @CommandRoute('登记外出招商、小分队招商、来访接待、驻点招商或走访企业', 'record')
  log(@CurrentExchange() exchange: Exchange, @Body() body: LogVisitBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context, id) => new LogVisit(id, body, context), visitPath);
  }

  @Post(':id/correction')
  @CommandRoute('更正一条外出（接待）记录：整条重述', 'record')
  correct(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: CorrectVisitBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new CorrectVisit(id, body, context), visitPath);
  }

  @Post(':id/void')
  @CommandRoute('作废一条外出（接待）记录（核查认定不实）', 'inspect')
  voidVisit(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: VoidVisitBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new VoidVisit(id, body, context), visitPath);
  }
}
