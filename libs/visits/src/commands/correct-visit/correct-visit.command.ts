import { Command } from '@nestjs/cqrs';
import { IntersectionType } from '@nestjs/swagger';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, IdField, TextField } from '#libs/contract';
import { VisitBody } from '../log-visit/log-visit.command.js';

/** The visit anew, whole. */
export class CorrectVisitBody extends IntersectionType(VisitBody, CommandBody) {
  @IdField('被更正的事件') correctsEventId: string;
  @TextField('更正的原因', 1000) reason: string;
}

export class CorrectVisit extends Command<Answer> {
  constructor(
    readonly visitId: string,
    readonly body: CorrectVisitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
