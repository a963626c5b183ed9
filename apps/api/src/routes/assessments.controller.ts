import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { GetSchemes, GetScores, PublishScheme, PublishSchemeBody, ScoresRequest } from '#libs/assessment';
import { type Answer } from '#libs/command-handling';
import { AsOfRequest } from '#libs/contract';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { QueryRoute } from '../http/query-route.js';

const scoresPath = (code: string) => `/v1/assessments/${code}/scores`;

@ApiTags('考核')
@Controller('v1')
export class AssessmentsController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Post('schemes')
  @CommandRoute('发布考核方案的一个版本', 'administer')
  publish(@CurrentExchange() exchange: Exchange, @Body() body: PublishSchemeBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new PublishScheme(body, context), scoresPath);
  }

  @Get('assessments')
  @QueryRoute('已发布的考核方案', { declaresPosition: true })
  schemes(@Query() { asOf }: AsOfRequest) {
    return this.queries.execute(new GetSchemes(asOf));
  }

  @Get('assessments/:scheme/scores')
  @QueryRoute('各单位得分，每一分可追溯到公式、数字和事件', { declaresPosition: true })
  scores(@Param('scheme') scheme: string, @Query() request: ScoresRequest) {
    return this.queries.execute(new GetScores(scheme, request));
  }
}
