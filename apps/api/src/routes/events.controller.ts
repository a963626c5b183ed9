import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import { GetEvent } from '#libs/audit';
import { titleOf } from '../event-titles.js';
import { CurrentActor } from '../http/access.guard.js';
import { IdPipe } from '../http/id.pipe.js';
import { QueryRoute } from '../http/query-route.js';

@ApiTags('事件')
@Controller('v1/events')
export class EventsController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id')
  @QueryRoute('一个事件的原文：成绩单、得分依据最终所指')
  async one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    const fact = await this.queries.execute(new GetEvent(id, visibleUnitOf(actor)));
    return { ...fact, title: titleOf(fact.type) };
  }
}
