import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import { type Answer } from '#libs/command-handling';
import {
  CaptureLead,
  CaptureLeadBody,
  ConvertLead,
  ConvertLeadBody,
  GetLead,
  QualifyLead,
  QualifyLeadBody,
  RejectLead,
  RejectLeadBody,
} from '#libs/leads';
import { CurrentActor } from '../http/access.guard.js';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { IdPipe } from '../http/id.pipe.js';
import { QueryRoute } from '../http/query-route.js';
import { projectPath } from './projects.controller.js';

const leadPath = (id: string) => `/v1/leads/${id}`;

@ApiTags('线索')
@Controller('v1/leads')
export class LeadsController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Get(':id')
  @QueryRoute('一条线索')
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.queries.execute(new GetLead(id, visibleUnitOf(actor)));
  }

  @Post()
  @CommandRoute('登记线索', 'record')
  capture(@CurrentExchange() exchange: Exchange, @Body() body: CaptureLeadBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context, id) => new CaptureLead(id, body, context), leadPath);
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
