import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import { type Answer } from '#libs/command-handling';
import { GetVisit, LogVisit, LogVisitBody } from '#libs/visits';
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

  @Get(':id')
  @QueryRoute('一次外出或接待')
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.queries.execute(new GetVisit(id, visibleUnitOf(actor)));
  }

  @Post()
  @CommandRoute('登记外出招商或来访接待', 'record')
  log(@CurrentExchange() exchange: Exchange, @Body() body: LogVisitBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context, id) => new LogVisit(id, body, context), visitPath);
  }
}
