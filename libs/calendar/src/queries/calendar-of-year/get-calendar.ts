import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { calendarDecider } from '../../domain/calendar.decider.js';
import { type YearCalendar, calendarStream } from '../../domain/calendar.events.js';

type CalendarAnswer = YearCalendar & { readonly revision: string };

export class GetCalendar extends Query<CalendarAnswer> {
  constructor(readonly year: string) {
    super();
  }
}

/** Folds the year's own stream: the answer is never behind. */
@QueryHandler(GetCalendar)
export class GetCalendarHandler implements IQueryHandler<GetCalendar> {
  constructor(private readonly runner: CommandRunner) {}

  /** @throws Refusal CALENDAR.UNKNOWN */
  async execute({ year }: GetCalendar): Promise<CalendarAnswer> {
    const known = /^\d{4}$/.test(year) && (await this.runner.read(calendarStream(Number(year)), calendarDecider));
    refuseUnless(known && known.state, 'not-found', 'CALENDAR.UNKNOWN', '该年工作日历未公布，只按周末计');
    return { ...known.state, revision: String(known.revision) };
  }
}
