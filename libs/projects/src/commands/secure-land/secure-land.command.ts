import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody } from '#libs/contract';
import { LandTermsBody } from '../milestone-bodies.js';
import { IntersectionType } from '@nestjs/swagger';
export class SecureLandBody extends IntersectionType(LandTermsBody, CommandBody) {}

export class SecureLand extends Command<Answer> {
  constructor(
    readonly projectId: string,
    readonly body: SecureLandBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
