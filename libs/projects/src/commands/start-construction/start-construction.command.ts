import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody } from '#libs/contract';
import { ClaimBody } from '../milestone-bodies.js';
import { IntersectionType } from '@nestjs/swagger';
export class StartConstructionBody extends IntersectionType(ClaimBody, CommandBody) {}

export class StartConstruction extends Command<Answer> {
  constructor(
    readonly projectId: string,
    readonly body: StartConstructionBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
