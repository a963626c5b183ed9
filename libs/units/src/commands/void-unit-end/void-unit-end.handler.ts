import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeUnit } from '../change-unit.js';
import { VoidUnitEnd } from './void-unit-end.command.js';

@CommandHandler(VoidUnitEnd)
export class VoidUnitEndHandler implements ICommandHandler<VoidUnitEnd> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ code, body, context }: VoidUnitEnd): Promise<Answer> {
    const { today } = context;
    return changeUnit(this.runner, code, context, { kind: 'void-end', facts: factsOf(body), today });
  }
}
