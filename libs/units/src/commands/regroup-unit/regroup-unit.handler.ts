import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeUnit } from '../change-unit.js';
import { RegroupUnit } from './regroup-unit.command.js';

@CommandHandler(RegroupUnit)
export class RegroupUnitHandler implements ICommandHandler<RegroupUnit> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ code, body, context }: RegroupUnit): Promise<Answer> {
    const { today } = context;
    return changeUnit(this.runner, code, context, { kind: 'regroup-unit', facts: factsOf(body), today });
  }
}
