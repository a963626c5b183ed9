import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { hierarchyDecider } from '../../domain/hierarchy.decider.js';
import { HIERARCHY_STREAM } from '../../domain/hierarchy.events.js';
import { requireUnit } from '../require-unit.js';
import { PlaceUnit } from './place-unit.command.js';

/** Appends to the hierarchy's stream: the answer's revision is that of the hierarchy. */
@CommandHandler(PlaceUnit)
export class PlaceUnitHandler implements ICommandHandler<PlaceUnit> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ code, body, context }: PlaceUnit): Promise<Answer> {
    const done = await this.runner.runPrepared({
      stream: HIERARCHY_STREAM,
      decider: hierarchyDecider,
      command: async () => {
        await requireUnit(this.runner, code, 'code', body.from);
        if (body.parent) await requireUnit(this.runner, body.parent, 'parent', body.from);
        return { kind: 'place-unit' as const, placement: { unit: code, ...factsOf(body) }, today: context.today };
      },
      context,
    });
    return answerOf(code, done);
  }
}
