import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Answer } from '#libs/command-handling';
import { LogVisit, LogVisitBody } from '#libs/visits';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';

const visitPath = (id: string) => `/v1/visits/${id}`;

@ApiTags('外出招商与接待')
@Controller('v1/visits')
export class VisitsController {
  constructor(private readonly commands: Commands) {}

  @Post()
  @CommandRoute('登记外出招商或来访接待', 'record')
  log(@CurrentExchange() exchange: Exchange, @Body() body: LogVisitBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context, id) => new LogVisit(id, body, context), visitPath);
  }
}
