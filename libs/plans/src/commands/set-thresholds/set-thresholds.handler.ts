import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { THRESHOLDS_STREAM } from '../../domain/thresholds.events.js';
import { thresholdsDecider } from '../../domain/thresholds.js';
import { SetThresholds } from './set-thresholds.command.js';

@CommandHandler(SetThresholds)
export class SetThresholdsHandler implements ICommandHandler<SetThresholds> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ body, context }: SetThresholds): Promise<Answer> {
    const done = await this.runner.run({
      stream: THRESHOLDS_STREAM,
      decider: thresholdsDecider,
      command: { kind: 'set-thresholds', thresholds: factsOf(body), today: context.today },
      context,
    });
    return answerOf('thresholds', done);
  }
}
