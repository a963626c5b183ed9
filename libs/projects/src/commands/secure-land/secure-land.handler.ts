import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeProject } from '../change-project.js';
import { SecureLand } from './secure-land.command.js';

@CommandHandler(SecureLand)
export class SecureLandHandler implements ICommandHandler<SecureLand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ projectId, body, context }: SecureLand): Promise<Answer> {
    return changeProject(this.runner, projectId, context, {
      kind: 'secure-land',
      land: factsOf(body),
      today: context.today,
    });
  }
}
