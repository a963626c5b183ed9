import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import { type Answer } from '#libs/command-handling';
import { VoidStepBody } from '#libs/contract';
import { HistoryRequest } from '#libs/histories';
import {
  AssignLead,
  AssignLeadBody,
  CaptureLead,
  CaptureLeadBody,
  ConvertLead,
  ConvertLeadBody,
  DropLead,
  DropLeadBody,
  GetLead,
  GetLeadHistory,
  GetLeads,
  LeadsRequest,
  MergeLead,
  MergeLeadBody,
  QualifyLead,
  QualifyLeadBody,
  RejectLead,
  RejectLeadBody,
  ReviseLead,
  ReviseLeadBody,
  ReviveLead,
  ReviveLeadBody,
  VoidLead,
  VoidLeadBody,
  VoidLeadStep,
  leadRegisterProjection,
} from '#libs/leads';
import { projectSummaryProjection } from '#libs/projects';
import { unitDirectoryProjection } from '#libs/units';
import { CurrentActor } from '../http/access.guard.js';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { IdPipe } from '../http/id.pipe.js';
import { QueryRoute } from '../http/query-route.js';
import { projectPath } from './projects.controller.js';

export const leadPath = (id: string) => `/v1/leads/${id}`;

@ApiTags('线索')
@Controller('v1/leads')
export class LeadsController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @QueryRoute('线索列表，新登记的在前', {
    declaresPosition: true,
    drawsOn: [leadRegisterProjection, projectSummaryProjection, unitDirectoryProjection],
  })
  list(@CurrentActor() actor: Actor, @Query() request: LeadsRequest) {
    return this.queries.execute(new GetLeads(request, visibleUnitOf(actor)));
  }

  @Get(':id')
  @QueryRoute('一条线索', { drawsOn: [leadRegisterProjection, unitDirectoryProjection] })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.queries.execute(new GetLead(id, visibleUnitOf(actor)));
  }

  @Get(':id/history')
  @QueryRoute('一条线索的履历：何人何时登记了什么，以及某日、某时所知的状态', { declaresPosition: true })
  history(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() request: HistoryRequest) {
    return this.queries.execute(new GetLeadHistory(id, request, visibleUnitOf(actor)));
  }

  @Post()
  @CommandRoute('登记线索', 'record')
  capture(@CurrentExchange() exchange: Exchange, @Body() body: CaptureLeadBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context, id) => new CaptureLead(id, body, context), leadPath);
  }

  @Post(':id/revisions')
  @CommandRoute('更新线索内容，分级随之重算', 'record')
  revise(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ReviseLeadBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new ReviseLead(id, body, context), leadPath);
  }

  @Post(':id/qualification')
  @CommandRoute('认定线索有效', 'record')
  qualify(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: QualifyLeadBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new QualifyLead(id, body, context), leadPath);
  }

  @Post(':id/rejection')
  @CommandRoute('否决线索', 'record')
  reject(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: RejectLeadBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new RejectLead(id, body, context), leadPath);
  }

  @Post(':id/assignment')
  @CommandRoute('交办线索：承办单位、承办人', 'record')
  assign(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: AssignLeadBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new AssignLead(id, body, context), leadPath);
  }

  @Post(':id/drop')
  @CommandRoute('放弃线索', 'record')
  drop(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: DropLeadBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new DropLead(id, body, context), leadPath);
  }

  @Post(':id/void')
  @CommandRoute('认定线索不实：不再计数', 'inspect')
  voidLead(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: VoidLeadBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new VoidLead(id, body, context), leadPath);
  }

  @Post(':id/voids')
  @CommandRoute('作废误登的最后一步', 'record')
  voidStep(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: VoidStepBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new VoidLeadStep(id, body, context), leadPath);
  }

  @Post(':id/revival')
  @CommandRoute('恢复已否决或已放弃的线索', 'record')
  revive(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ReviveLeadBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new ReviveLead(id, body, context), leadPath);
  }

  @Post(':id/merger')
  @CommandRoute('将重复的线索并入登记在先的一条', 'record')
  merge(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: MergeLeadBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new MergeLead(id, body, context), leadPath);
  }

  @Post(':id/conversion')
  @CommandRoute('线索转为项目（答复为新项目）', 'record')
  convert(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ConvertLeadBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new ConvertLead(id, body, context), projectPath);
  }
}
