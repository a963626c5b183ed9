import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { ChoiceField, CommandBody, DayField, TextField } from '#libs/contract';
import { type Day } from '#libs/values';
import { MILESTONES, type Milestone } from '../../domain/project.events.js';

/** A finding by which a recorded milestone counts no more. */
export class VoidFigureBody extends CommandBody {
  @ChoiceField('作废的节点', MILESTONES) milestone: Milestone;
  @TextField('核查结论', 1000) finding: string;
  @DayField('认定日期') occurredOn: Day;
}

export class VoidFigure extends Command<Answer> {
  constructor(
    readonly projectId: string,
    readonly body: VoidFigureBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
