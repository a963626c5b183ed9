import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import { GetPostings, PostingsRequest, postingsProjection } from '#libs/postings';
import { projectSummaryProjection } from '#libs/projects';
import { unitDirectoryProjection } from '#libs/units';
import { CurrentActor } from '../http/access.guard.js';
import { QueryRoute } from '../http/query-route.js';

@ApiTags('计数台账')
@Controller('v1/postings')
export class PostingsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryRoute('数字背后的每一笔及其事件', {
    declaresPosition: true,
    drawsOn: [postingsProjection, projectSummaryProjection, unitDirectoryProjection],
  })
  list(@CurrentActor() actor: Actor, @Query() request: PostingsRequest) {
    return this.queries.execute(new GetPostings(request, visibleUnitOf(actor)));
  }
}
