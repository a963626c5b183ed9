import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Answer } from '#libs/command-handling';
import { GetTargets, ReviseTarget, ReviseTargetBody, SetTarget, SetTargetBody, TargetsRequest } from '#libs/targets';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { QueryRoute } from '../http/query-route.js';

@ApiTags('目标任务')
@Controller('v1/targets')
export class TargetsController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @QueryRoute('某年目标任务在某日的内容、时序和完成情况', { declaresPosition: true })
  list(@Query() request: TargetsRequest) {
    return this.queries.execute(new GetTargets(request));
  }

  @Post()
  @CommandRoute('下达或再分解一项年度目标', 'record')
  set(@CurrentExchange() exchange: Exchange, @Body() body: SetTargetBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new SetTarget(body, context), pathOf(body));
  }

  @Post('revisions')
  @CommandRoute('调整一项年度目标，写明理由和批准人', 'record')
  revise(@CurrentExchange() exchange: Exchange, @Body() body: ReviseTargetBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new ReviseTarget(body, context), pathOf(body));
  }
}

const pathOf =
  ({ year, metric, subject }: SetTargetBody) =>
  (): string =>
    `/v1/targets?${new URLSearchParams({ year: String(year), metric, subject: `${subject.kind}:${subject.code}` }).toString()}`;
