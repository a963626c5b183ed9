import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeProject } from '../change-project.js';
import { VoidFigure } from './void-figure.command.js';

@CommandHandler(VoidFigure)
export class VoidFigureHandler implements ICommandHandler<VoidFigure> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ projectId, body, context }: VoidFigure): Promise<Answer> {
    return changeProject(this.runner, projectId, context, {
      kind: 'void-figure',
      ...factsOf(body),
      today: context.today,
    });
  }
}
