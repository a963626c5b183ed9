import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeUnit } from '../change-unit.js';
import { RenameUnit } from './rename-unit.command.js';

@CommandHandler(RenameUnit)
export class RenameUnitHandler implements ICommandHandler<RenameUnit> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ code, body, context }: RenameUnit): Promise<Answer> {
    const { today } = context;
    return changeUnit(this.runner, code, context, { kind: 'rename-unit', facts: factsOf(body), today });
  }
}
