import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { calendarDecider } from '../../domain/calendar.decider.js';
import { calendarStream } from '../../domain/calendar.events.js';
import { PublishCalendar } from './publish-calendar.command.js';

@CommandHandler(PublishCalendar)
export class PublishCalendarHandler implements ICommandHandler<PublishCalendar> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ body, context }: PublishCalendar): Promise<Answer> {
    const done = await this.runner.run({
      stream: calendarStream(body.year),
      decider: calendarDecider,
      command: { kind: 'publish-calendar', calendar: factsOf(body), today: context.today },
      context,
    });
    return answerOf(String(body.year), done);
  }
}
