import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { schemeDecider } from '../../domain/scheme.decider.js';
import { schemeStream } from '../../domain/scheme.events.js';
import { type Scheme } from '../../domain/scheme.js';
import { type Validated, validateScheme } from '../../domain/validate-scheme.js';
import { metricCatalogue } from '../../metrics.js';
import { InvalidScheme } from './invalid-scheme.js';
import { publishedBelow, rolledUpBy } from './rolled-up.js';
import { PublishScheme } from './publish-scheme.command.js';

@CommandHandler(PublishScheme)
export class PublishSchemeHandler implements ICommandHandler<PublishScheme> {
  constructor(private readonly runner: CommandRunner) {}

  /** @throws InvalidScheme, and what `schemeDecider` refuses. */
  async execute({ body, context }: PublishScheme): Promise<Answer> {
    const scheme = valid(validateScheme(body.scheme, metricCatalogue));
    const done = await this.runner.runPrepared({
      stream: schemeStream(scheme.code),
      decider: schemeDecider,
      command: async () => {
        // Only what is a scheme by itself can be asked which other schemes it rolls up.
        const below = await publishedBelow(this.runner, rolledUpBy(scheme));
        return { scheme: valid(validateScheme(scheme, metricCatalogue, below)), occurredOn: context.today };
      },
      context,
    });
    return answerOf(scheme.code, done);
  }
}

function valid(checked: Validated): Scheme {
  if (!checked.valid) throw new InvalidScheme(checked.problems);
  return checked.scheme;
}
