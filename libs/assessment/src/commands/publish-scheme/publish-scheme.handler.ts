import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { schemeDecider } from '../../domain/scheme.decider.js';
import { schemeStream } from '../../domain/scheme.events.js';
import { validateScheme } from '../../domain/validate-scheme.js';
import { metricCatalogue } from '../../metrics.js';
import { InvalidScheme } from './invalid-scheme.js';
import { PublishScheme } from './publish-scheme.command.js';

@CommandHandler(PublishScheme)
export class PublishSchemeHandler implements ICommandHandler<PublishScheme> {
  constructor(private readonly runner: CommandRunner) {}

  /** @throws InvalidScheme, and what `schemeDecider` refuses. */
  async execute({ body, context }: PublishScheme): Promise<Answer> {
    const checked = validateScheme(body.scheme, metricCatalogue);
    if (!checked.valid) throw new InvalidScheme(checked.problems);
    const { scheme } = checked;
    const done = await this.runner.run({
      stream: schemeStream(scheme.code),
      decider: schemeDecider,
      command: { scheme, occurredOn: context.today },
      context,
    });
    return answerOf(scheme.code, done);
  }
}
