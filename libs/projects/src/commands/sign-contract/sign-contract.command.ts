import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody } from '#libs/contract';
import { ContractTermsBody } from '../milestone-bodies.js';
import { IntersectionType } from '@nestjs/swagger';
export class SignContractBody extends IntersectionType(ContractTermsBody, CommandBody) {}

export class SignContract extends Command<Answer> {
  constructor(
    readonly projectId: string,
    readonly body: SignContractBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
