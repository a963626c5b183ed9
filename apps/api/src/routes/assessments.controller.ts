import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  CertifyInputs,
  CertifyInputsBody,
  DecideRecognition,
  DecideRecognitionBody,
  GetInputs,
  GetReceipt,
  GetSchemes,
  GetScores,
  InputsRequest,
  PublishScheme,
  PublishSchemeBody,
  ReceiptRequest,
  ScoresRequest,
} from '#libs/assessment';
import { type Answer } from '#libs/command-handling';
import { AsOfRequest } from '#libs/contract';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { QueryRoute } from '../http/query-route.js';

const inputsPath = (code: string) => `/v1/assessments/${code}/inputs`;
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

  @Get('assessments/:scheme/inputs')
  @QueryRoute('方案要认定的数据：已认定的、尚缺的，各由谁认定', { declaresPosition: true })
  inputs(@Param('scheme') scheme: string, @Query() request: InputsRequest) {
    return this.queries.execute(new GetInputs(scheme, request));
  }

  @Post('assessments/:scheme/inputs')
  @CommandRoute('认定方案所需的数据：数值、清单、测评分、酌情分，一次一批', 'certify')
  certify(
    @CurrentExchange() exchange: Exchange,
    @Param('scheme') scheme: string,
    @Body() body: CertifyInputsBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new CertifyInputs(scheme, body, context), inputsPath);
  }

  @Post('assessments/:scheme/recognitions')
  @CommandRoute('清单中的事项是否予以认定，逐项写明理由', 'certify')
  recognise(
    @CurrentExchange() exchange: Exchange,
    @Param('scheme') scheme: string,
    @Body() body: DecideRecognitionBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new DecideRecognition(scheme, body, context), inputsPath);
  }

  @Get('assessments/:scheme/scores')
  @QueryRoute('各考核对象得分，每一分可追溯到公式、数字和事件', { declaresPosition: true })
  scores(@Param('scheme') scheme: string, @Query() request: ScoresRequest) {
    return this.queries.execute(new GetScores(scheme, request));
  }

  @Get('assessments/:scheme/receipts/:subject')
  @QueryRoute('一个考核对象的得分依据：方案版本、算式、数字、台账记录和事件', { declaresPosition: true })
  receipt(@Param('scheme') scheme: string, @Param('subject') subject: string, @Query() request: ReceiptRequest) {
    return this.queries.execute(new GetReceipt(scheme, subject, request));
  }
}
