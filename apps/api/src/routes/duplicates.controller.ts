import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import { DuplicatesRequest, GetDuplicates } from '#libs/duplicates';
import { CurrentActor } from '../http/access.guard.js';
import { QueryRoute } from '../http/query-route.js';

@ApiTags('疑似重复')
@Controller('v1/duplicates')
export class DuplicatesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryRoute('登记线索或项目之前：可能重复的线索和项目，及理由（信用代码、地块、名称或读音相近）', {
    declaresPosition: true,
  })
  list(@CurrentActor() actor: Actor, @Query() request: DuplicatesRequest) {
    return this.queries.execute(new GetDuplicates(request, visibleUnitOf(actor)));
  }
}
