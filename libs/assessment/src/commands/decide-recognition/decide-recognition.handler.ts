import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { inputDecider } from '../../domain/inputs/input.decider.js';
import { inputStream } from '../../domain/inputs/input.events.js';
import { placesIn, schemeIn } from '../input-places.js';
import { DecideRecognition } from './decide-recognition.command.js';

@CommandHandler(DecideRecognition)
export class DecideRecognitionHandler implements ICommandHandler<DecideRecognition> {
  constructor(private readonly runner: CommandRunner) {}

  /** @throws Refusal what `placesIn` and `inputDecider` refuse. */
  async execute({ scheme: code, body, context }: DecideRecognition): Promise<Answer> {
    refuseUnless(body.decisions.length > 0, 'invalid', 'INPUT.NONE', '至少须有一项认定意见', 'decisions');
    const scheme = await schemeIn(this.runner, code, body.version);
    const done = await this.runner.runPrepared({
      stream: inputStream(code, scheme.period, context.actor.unit),
      decider: inputDecider,
      command: () => {
        const placeOf = placesIn(scheme, context.actor);
        const decisions = body.decisions.map(({ input, subject, ...decision }, index) => ({
          ...decision,
          place: placeOf({ input, subject }, `decisions[${index}]`).place,
        }));
        return Promise.resolve({ kind: 'decide-recognition' as const, decisions, today: context.today });
      },
      context,
    });
    return answerOf(code, done);
  }
}
