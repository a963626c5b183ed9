import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Answer } from '#libs/command-handling';
import { AsOfRequest } from '#libs/contract';
import { GetUnit, GetUnits, RegisterUnit, RegisterUnitBody } from '#libs/units';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { QueryRoute } from '../http/query-route.js';

const unitPath = (code: string) => `/v1/units/${code}`;

@ApiTags('单位')
@Controller('v1/units')
export class UnitsController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @QueryRoute('单位名录', { declaresPosition: true })
  list(@Query() { asOf }: AsOfRequest) {
    return this.queries.execute(new GetUnits(asOf));
  }

  @Get(':code')
  @QueryRoute('一个单位')
  one(@Param('code') code: string) {
    return this.queries.execute(new GetUnit(code));
  }

  @Post()
  @CommandRoute('登记单位', 'administer')
  register(@CurrentExchange() exchange: Exchange, @Body() body: RegisterUnitBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new RegisterUnit(body, context), unitPath);
  }
}
