import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { requireUnit } from '#libs/units';
import { stewardshipDecider } from '../../domain/stewardship.decider.js';
import { stewardshipStream } from '../../domain/stewardship.events.js';
import { ChangeStewardship } from './change-stewardship.command.js';

@CommandHandler(ChangeStewardship)
export class ChangeStewardshipHandler implements ICommandHandler<ChangeStewardship> {
  constructor(private readonly runner: CommandRunner) {}

  /** @throws Refusal UNIT.UNKNOWN; ACCESS.UNIT_FORBIDDEN also when a correction would give it to another's unit */
  async execute({ id, change, context }: ChangeStewardship): Promise<Answer> {
    const done = await this.runner.runPrepared({
      stream: stewardshipStream(id),
      decider: stewardshipDecider,
      authorize: (state) => state && requireReach(context.actor, state.unit),
      command: async (state) => {
        if (state && change.kind === 'correct-steward') requireReach(context.actor, change.facts.unit);
        if (state && 'unit' in change.facts)
          await requireUnit(this.runner, change.facts.unit, 'unit', change.facts.occurredOn);
        return { ...change, today: context.today };
      },
      context,
    });
    return answerOf(id, done);
  }
}
