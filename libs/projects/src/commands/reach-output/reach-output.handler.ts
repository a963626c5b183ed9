import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeProject } from '../change-project.js';
import { ReachOutput } from './reach-output.command.js';

@CommandHandler(ReachOutput)
export class ReachOutputHandler implements ICommandHandler<ReachOutput> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ projectId, body, context }: ReachOutput): Promise<Answer> {
    return changeProject(this.runner, projectId, context, {
      kind: 'reach-output',
      output: factsOf(body),
      today: context.today,
    });
  }
}
