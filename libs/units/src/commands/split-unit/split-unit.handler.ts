import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeUnit } from '../change-unit.js';
import { requireUnit } from '../require-unit.js';
import { SplitUnit } from './split-unit.command.js';

@CommandHandler(SplitUnit)
export class SplitUnitHandler implements ICommandHandler<SplitUnit> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ code, body, context }: SplitUnit): Promise<Answer> {
    return changeUnit(this.runner, code, context, async () => {
      for (const successor of body.into) await requireUnit(this.runner, successor, 'into', body.from);
      return { kind: 'split-unit', facts: factsOf(body), today: context.today };
    });
  }
}
