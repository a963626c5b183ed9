import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import { FunnelRequest, GetFunnel, GetPipeline, PipelineRequest } from '#libs/pipeline';
import { CurrentActor } from '../http/access.guard.js';
import { QueryRoute } from '../http/query-route.js';

@ApiTags('全周期')
@Controller('v1')
export class PipelineController {
  constructor(private readonly queries: QueryBus) {}

  @Get('pipeline')
  @QueryRoute('线索和项目目前各在哪个阶段：个数和投资额（万元）', { declaresPosition: true })
  pipeline(@CurrentActor() actor: Actor, @Query() request: PipelineRequest) {
    return this.queries.execute(new GetPipeline(request, visibleUnitOf(actor)));
  }

  @Get('funnel')
  @QueryRoute('一期线索或签约项目走到了哪一步：转化率，以及各步之间天数的中位数', { declaresPosition: true })
  funnel(@CurrentActor() actor: Actor, @Query() request: FunnelRequest) {
    return this.queries.execute(new GetFunnel(request, visibleUnitOf(actor)));
  }
}
