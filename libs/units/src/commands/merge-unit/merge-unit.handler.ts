import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeUnit } from '../change-unit.js';
import { requireUnit } from '../require-unit.js';
import { MergeUnit } from './merge-unit.command.js';

@CommandHandler(MergeUnit)
export class MergeUnitHandler implements ICommandHandler<MergeUnit> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ code, body, context }: MergeUnit): Promise<Answer> {
    return changeUnit(this.runner, code, context, async () => {
      await requireUnit(this.runner, body.into, 'into', body.from);
      return { kind: 'merge-unit', facts: factsOf(body), today: context.today };
    });
  }
}
