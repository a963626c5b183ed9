import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Answer } from '#libs/command-handling';
import {
  AppointPerson,
  AppointPersonBody,
  GetUnit,
  GetUnits,
  MergeUnit,
  MergeUnitBody,
  PlaceUnit,
  PlaceUnitBody,
  RegisterUnit,
  RegisterUnitBody,
  RegroupUnit,
  RegroupUnitBody,
  RelievePerson,
  RelievePersonBody,
  RenameUnit,
  RenameUnitBody,
  SplitUnit,
  SplitUnitBody,
  UnitsRequest,
  VoidUnitEnd,
  VoidUnitEndBody,
  unitDirectoryProjection,
} from '#libs/units';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { QueryRoute } from '../http/query-route.js';
import { UnitCodePipe } from '../http/unit-code.pipe.js';

const unitPath = (code: string) => `/v1/units/${code}`;

@ApiTags('单位')
@Controller('v1/units')
export class UnitsController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @QueryRoute('单位名录：某日的名称、考核分组和隶属，以及并入、拆分的去向', {
    declaresPosition: true,
    drawsOn: [unitDirectoryProjection],
  })
  list(@Query() request: UnitsRequest) {
    return this.queries.execute(new GetUnits(request));
  }

  @Get(':code')
  @QueryRoute('一个单位在某日的情况：曾用名、任职', { declaresPosition: true, drawsOn: [unitDirectoryProjection] })
  one(@Param('code') code: string, @Query() request: UnitsRequest) {
    return this.queries.execute(new GetUnit(code, request));
  }

  @Post()
  @CommandRoute('登记单位', 'administer')
  register(@CurrentExchange() exchange: Exchange, @Body() body: RegisterUnitBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new RegisterUnit(body, context), unitPath);
  }

  @Post(':code/names')
  @CommandRoute('单位自某日起更名，可连同行政区划代码', 'administer')
  rename(
    @CurrentExchange() exchange: Exchange,
    @Param('code', UnitCodePipe) code: string,
    @Body() body: RenameUnitBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new RenameUnit(code, body, context), unitPath);
  }

  @Post(':code/assessment-group')
  @CommandRoute('单位自某日起调整考核分组', 'administer')
  regroup(
    @CurrentExchange() exchange: Exchange,
    @Param('code', UnitCodePipe) code: string,
    @Body() body: RegroupUnitBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new RegroupUnit(code, body, context), unitPath);
  }

  @Post(':code/parent')
  @CommandRoute('单位自某日起隶属于另一单位（修订号为隶属关系的修订号）', 'administer')
  place(
    @CurrentExchange() exchange: Exchange,
    @Param('code', UnitCodePipe) code: string,
    @Body() body: PlaceUnitBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new PlaceUnit(code, body, context), unitPath);
  }

  @Post(':code/merger')
  @CommandRoute('单位自某日起并入另一单位，其后不再承接新事项', 'administer')
  merge(
    @CurrentExchange() exchange: Exchange,
    @Param('code', UnitCodePipe) code: string,
    @Body() body: MergeUnitBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new MergeUnit(code, body, context), unitPath);
  }

  @Post(':code/split')
  @CommandRoute('单位自某日起拆分为多个单位，其后不再承接新事项', 'administer')
  split(
    @CurrentExchange() exchange: Exchange,
    @Param('code', UnitCodePipe) code: string,
    @Body() body: SplitUnitBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new SplitUnit(code, body, context), unitPath);
  }

  @Post(':code/end-voids')
  @CommandRoute('作废误登的并入或拆分', 'administer')
  voidEnd(
    @CurrentExchange() exchange: Exchange,
    @Param('code', UnitCodePipe) code: string,
    @Body() body: VoidUnitEndBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new VoidUnitEnd(code, body, context), unitPath);
  }

  @Post(':code/posts')
  @CommandRoute('任职：按账号和职务，不填姓名', 'administer')
  appoint(
    @CurrentExchange() exchange: Exchange,
    @Param('code', UnitCodePipe) code: string,
    @Body() body: AppointPersonBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new AppointPerson(code, body, context), unitPath);
  }

  @Post(':code/posts/relief')
  @CommandRoute('免职', 'administer')
  relieve(
    @CurrentExchange() exchange: Exchange,
    @Param('code', UnitCodePipe) code: string,
    @Body() body: RelievePersonBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new RelievePerson(code, body, context), unitPath);
  }
}
