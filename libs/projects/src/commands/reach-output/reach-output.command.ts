import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody } from '#libs/contract';
import { OutputTermsBody } from '../milestone-bodies.js';
import { IntersectionType } from '@nestjs/swagger';
export class ReachOutputBody extends IntersectionType(OutputTermsBody, CommandBody) {}

export class ReachOutput extends Command<Answer> {
  constructor(
    readonly projectId: string,
    readonly body: ReachOutputBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
