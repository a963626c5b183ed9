import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeProject } from '../change-project.js';
import { admissionOf } from '../require-admission.js';
import { SignContract } from './sign-contract.command.js';

@CommandHandler(SignContract)
export class SignContractHandler implements ICommandHandler<SignContract> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ projectId, body, context }: SignContract): Promise<Answer> {
    const contract = factsOf(body);
    const refuseUnadmitted = await admissionOf(this.runner, projectId, contract.occurredOn);
    const command = { kind: 'sign-contract', contract, today: context.today } as const;
    return changeProject(this.runner, projectId, context, command, refuseUnadmitted);
  }
}
