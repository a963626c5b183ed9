import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeUnit } from '../change-unit.js';
import { RelievePerson } from './relieve-person.command.js';

@CommandHandler(RelievePerson)
export class RelievePersonHandler implements ICommandHandler<RelievePerson> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ code, body, context }: RelievePerson): Promise<Answer> {
    const { today } = context;
    return changeUnit(this.runner, code, context, { kind: 'relieve-person', facts: factsOf(body), today });
  }
}
