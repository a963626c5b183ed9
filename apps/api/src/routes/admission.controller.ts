import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import { HistoryRequest } from '#libs/histories';
import {
  AdmissionRequest,
  AdmissionsRequest,
  GetAdmission,
  GetAdmissionHistory,
  GetAdmissionRules,
  GetAdmissions,
  OverrideAdmission,
  OverrideAdmissionBody,
  PublishAdmissionRules,
  PublishAdmissionRulesBody,
  ReviewAdmission,
  ReviewAdmissionBody,
} from '#libs/admission';
import { type Answer } from '#libs/command-handling';
import { CurrentActor } from '../http/access.guard.js';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { IdPipe } from '../http/id.pipe.js';
import { QueryRoute } from '../http/query-route.js';

const rulesPath = () => '/v1/admission-rules';
const admissionPath = (id: string) => `/v1/projects/${id}/admission`;

@ApiTags('项目准入')
@Controller('v1')
export class AdmissionController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Get('admission-rules')
  @QueryRoute('项目准入规则的各版本，及可测算的指标')
  rules() {
    return this.queries.execute(new GetAdmissionRules());
  }

  @Post('admission-rules')
  @CommandRoute('发布项目准入规则的新版本', 'administer')
  publish(@CurrentExchange() exchange: Exchange, @Body() body: PublishAdmissionRulesBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new PublishAdmissionRules(body, context), rulesPath);
  }

  @Get('admissions')
  @QueryRoute('已作准入评审的项目，最近评审的在前', { declaresPosition: true })
  list(@CurrentActor() actor: Actor, @Query() request: AdmissionsRequest) {
    return this.queries.execute(new GetAdmissions(request, visibleUnitOf(actor)));
  }

  @Get('projects/:id/admission')
  @QueryRoute('一个项目拟签约日的准入结论，及历次评审与特批', { declaresPosition: true })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() { on }: AdmissionRequest) {
    return this.queries.execute(new GetAdmission(id, on, visibleUnitOf(actor)));
  }

  @Get('projects/:id/admission/history')
  @QueryRoute('一个项目准入评审与特批的履历，以及某日、某时所知的准入结论', { declaresPosition: true })
  history(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() request: HistoryRequest) {
    return this.queries.execute(new GetAdmissionHistory(id, request, visibleUnitOf(actor)));
  }

  @Post('projects/:id/admission')
  @CommandRoute('登记签约前的准入评审，按评审当日的规则得出结论', 'inspect')
  review(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ReviewAdmissionBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new ReviewAdmission(id, body, context), admissionPath);
  }

  @Post('projects/:id/admission/override')
  @CommandRoute('特批未通过评审的项目：须写明特批人和理由', 'inspect')
  override(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: OverrideAdmissionBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new OverrideAdmission(id, body, context), admissionPath);
  }
}
