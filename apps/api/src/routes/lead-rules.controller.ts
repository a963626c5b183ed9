import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import { GetClassRules, PublishClassRules, PublishClassRulesBody } from '#libs/class-rules';
import { type Answer } from '#libs/command-handling';
import { AsOfRequest, VoidStepBody } from '#libs/contract';
import {
  EndLeadQuota,
  EndLeadQuotaBody,
  GetQuotaHistory,
  GetQuotaTable,
  QuotaTableRequest,
  SetLeadQuota,
  SetLeadQuotaBody,
  VoidQuotaStep,
} from '#libs/leads';
import { CurrentActor } from '../http/access.guard.js';
import { CodePipe } from '../http/code.pipe.js';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { QueryRoute } from '../http/query-route.js';

const rulesPath = () => '/v1/lead-class-rules';
const quotaPath = () => '/v1/lead-quotas/table';

/** The data that leads are judged by: classes, and who owes how many. */
@ApiTags('线索规则')
@Controller('v1')
export class LeadRulesController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Get('lead-class-rules')
  @QueryRoute('线索分级分类规则的各版本')
  classRules() {
    return this.queries.execute(new GetClassRules());
  }

  @Post('lead-class-rules')
  @CommandRoute('发布线索分级分类规则的新版本', 'administer')
  publishClassRules(@CurrentExchange() exchange: Exchange, @Body() body: PublishClassRulesBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new PublishClassRules(body, context), rulesPath);
  }

  @Get('lead-quotas/table')
  @QueryRoute('某月各单位、各人线索任务完成情况', { declaresPosition: true })
  quotaTable(@CurrentActor() actor: Actor, @Query() request: QuotaTableRequest) {
    return this.queries.execute(new GetQuotaTable(request, visibleUnitOf(actor)));
  }

  @Get('lead-quotas/:code/history')
  @QueryRoute('一项线索任务的履历：何时规定、变更、停止、作废', { declaresPosition: true })
  quotaHistory(@Param('code', CodePipe) code: string, @Query() request: AsOfRequest) {
    return this.queries.execute(new GetQuotaHistory(code, request));
  }

  @Post('lead-quotas/:code')
  @CommandRoute('规定每月线索任务：由谁承担、每月几条、自何月起', 'administer')
  setQuota(
    @CurrentExchange() exchange: Exchange,
    @Param('code', CodePipe) code: string,
    @Body() body: SetLeadQuotaBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new SetLeadQuota(code, body, context), quotaPath);
  }

  @Post('lead-quotas/:code/end')
  @CommandRoute('停止一项线索任务', 'administer')
  endQuota(
    @CurrentExchange() exchange: Exchange,
    @Param('code', CodePipe) code: string,
    @Body() body: EndLeadQuotaBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new EndLeadQuota(code, body, context), quotaPath);
  }

  @Post('lead-quotas/:code/voids')
  @CommandRoute('作废误登的最后一步：此前的规定恢复', 'administer')
  voidQuotaStep(
    @CurrentExchange() exchange: Exchange,
    @Param('code', CodePipe) code: string,
    @Body() body: VoidStepBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new VoidQuotaStep(code, body, context), quotaPath);
  }
}
