import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeProject } from '../change-project.js';
import { SignContract } from './sign-contract.command.js';

@CommandHandler(SignContract)
export class SignContractHandler implements ICommandHandler<SignContract> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ projectId, body, context }: SignContract): Promise<Answer> {
    return changeProject(this.runner, projectId, context, {
      kind: 'sign-contract',
      contract: factsOf(body),
      today: context.today,
    });
  }
}
