import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import { GetResponsibilities, ResponsibilitiesRequest, projectSummaryProjection } from '#libs/projects';
import { unitDirectoryProjection } from '#libs/units';
import { CurrentActor } from '../http/access.guard.js';
import { QueryRoute } from '../http/query-route.js';

@ApiTags('责任')
@Controller('v1/responsibilities')
export class ResponsibilitiesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryRoute('各项目由谁负责：责任单位及移交、挂钩领导、六定，新登记的项目在前', {
    declaresPosition: true,
    drawsOn: [projectSummaryProjection, unitDirectoryProjection],
  })
  list(@CurrentActor() actor: Actor, @Query() request: ResponsibilitiesRequest) {
    return this.queries.execute(new GetResponsibilities(request, visibleUnitOf(actor)));
  }
}
