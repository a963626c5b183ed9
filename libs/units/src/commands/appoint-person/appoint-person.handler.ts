import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeUnit } from '../change-unit.js';
import { AppointPerson } from './appoint-person.command.js';

@CommandHandler(AppointPerson)
export class AppointPersonHandler implements ICommandHandler<AppointPerson> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ code, body, context }: AppointPerson): Promise<Answer> {
    const { today } = context;
    return changeUnit(this.runner, code, context, { kind: 'appoint-person', facts: factsOf(body), today });
  }
}
