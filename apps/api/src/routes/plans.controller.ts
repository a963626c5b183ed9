import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import { type Answer } from '#libs/command-handling';
import { VoidStepBody } from '#libs/contract';
import { AsOfRequest } from '#libs/contract';
import { HistoryRequest } from '#libs/histories';
import {
  GetPlannedProjects,
  GetPlannedStarts,
  PlannedProjectsRequest,
  PlannedStartsRequest,
} from '#libs/league-tables';
import {
  BaselinePlan,
  BaselinePlanBody,
  GetPlan,
  GetPlanHistory,
  GetThresholds,
  PlanRequest,
  ReachPlanMilestone,
  ReachPlanMilestoneBody,
  RevisePlan,
  RevisePlanBody,
  SetAnnualPlan,
  SetAnnualPlanBody,
  SetThresholds,
  SetThresholdsBody,
  VoidPlanMilestone,
  VoidPlanMilestoneBody,
  VoidPlanStep,
} from '#libs/plans';
import { CurrentActor } from '../http/access.guard.js';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { IdPipe } from '../http/id.pipe.js';
import { QueryRoute } from '../http/query-route.js';

const planPath = (id: string) => `/v1/projects/${id}/plan`;

@ApiTags('计划')
@Controller('v1')
export class PlansController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Get('projects/:id/plan')
  @QueryRoute('一个项目的节点计划（可画甘特图）：基准、现行、合同约定与完成日期，偏差天数与红黄绿灯', {
    declaresPosition: true,
  })
  plan(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() request: PlanRequest) {
    return this.queries.execute(new GetPlan(id, request, visibleUnitOf(actor)));
  }

  @Get('projects/:id/plan/history')
  @QueryRoute('一个项目的计划履历：编制、修订、节点完成与年度计划', { declaresPosition: true })
  planHistory(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() request: HistoryRequest) {
    return this.queries.execute(new GetPlanHistory(id, request, visibleUnitOf(actor)));
  }

  @Get('planned-starts')
  @QueryRoute('计划开工率：按全年计划与按时序计划两项', { declaresPosition: true })
  plannedStarts(@CurrentActor() actor: Actor, @Query() request: PlannedStartsRequest) {
    return this.queries.execute(new GetPlannedStarts(request, visibleUnitOf(actor)));
  }

  @Get('planned-starts/projects')
  @QueryRoute('计划开工率分母中的项目，及其由哪个单位计入', { declaresPosition: true })
  plannedProjects(@CurrentActor() actor: Actor, @Query() request: PlannedProjectsRequest) {
    return this.queries.execute(new GetPlannedProjects(request, visibleUnitOf(actor)));
  }

  @Get('plan-thresholds')
  @QueryRoute('红黄绿灯的天数标准', { declaresPosition: true })
  thresholds(@Query() { asOf }: AsOfRequest) {
    return this.queries.execute(new GetThresholds(asOf));
  }

  @Post('projects/:id/plan')
  @CommandRoute('编制基准计划（最短工期计划、倒排节点）', 'record')
  baseline(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: BaselinePlanBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new BaselinePlan(id, body, context), planPath);
  }

  @Post('projects/:id/plan/revisions')
  @CommandRoute('修订计划；基准保留', 'record')
  revise(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: RevisePlanBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new RevisePlan(id, body, context), planPath);
  }

  @Post('projects/:id/plan/milestones')
  @CommandRoute('登记自设节点完成；常用节点由项目与审批的登记自动得出', 'record')
  reach(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ReachPlanMilestoneBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new ReachPlanMilestone(id, body, context), planPath);
  }

  @Post('projects/:id/plan/milestone-voids')
  @CommandRoute('作废自设节点的完成记录（核查认定不实）', 'inspect')
  voidMilestone(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: VoidPlanMilestoneBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new VoidPlanMilestone(id, body, context), planPath);
  }

  @Post('projects/:id/plan/voids')
  @CommandRoute('作废误登的最后一步：基准、修订、节点完成或年度计划', 'record')
  voidStep(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: VoidStepBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new VoidPlanStep(id, body, context), planPath);
  }

  @Post('projects/:id/annual-plans')
  @CommandRoute('下达年度计划：投资与开工、竣工、投产月份；同年再次下达的以后者为准', 'record')
  setAnnualPlan(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: SetAnnualPlanBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new SetAnnualPlan(id, body, context), planPath);
  }

  @Post('plan-thresholds')
  @CommandRoute('确定红黄绿灯的天数标准', 'administer')
  setThresholds(@CurrentExchange() exchange: Exchange, @Body() body: SetThresholdsBody): Promise<Answer> {
    return this.commands.send(
      exchange,
      body,
      (context) => new SetThresholds(body, context),
      () => '/v1/plan-thresholds',
    );
  }
}
