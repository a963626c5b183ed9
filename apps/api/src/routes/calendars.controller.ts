import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { GetCalendar, PublishCalendar, PublishCalendarBody } from '#libs/calendar';
import { type Answer } from '#libs/command-handling';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { QueryRoute } from '../http/query-route.js';

const calendarPath = (year: string) => `/v1/calendars/${year}`;

@ApiTags('工作日历')
@Controller('v1/calendars')
export class CalendarsController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Get(':year')
  @QueryRoute('一年的放假与调休安排')
  one(@Param('year') year: string) {
    return this.queries.execute(new GetCalendar(year));
  }

  @Post()
  @CommandRoute('公布一年的放假与调休安排；同年再次公布的以后者为准', 'administer')
  publish(@CurrentExchange() exchange: Exchange, @Body() body: PublishCalendarBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new PublishCalendar(body, context), calendarPath);
  }
}
