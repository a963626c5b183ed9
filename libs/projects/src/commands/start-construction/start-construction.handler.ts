import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeProject } from '../change-project.js';
import { StartConstruction } from './start-construction.command.js';

@CommandHandler(StartConstruction)
export class StartConstructionHandler implements ICommandHandler<StartConstruction> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ projectId, body, context }: StartConstruction): Promise<Answer> {
    return changeProject(this.runner, projectId, context, {
      kind: 'start-construction',
      start: factsOf(body),
      today: context.today,
    });
  }
}
