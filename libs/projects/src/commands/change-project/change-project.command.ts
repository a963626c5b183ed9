import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { type ProjectChange } from '../../domain/project.commands.js';

/** Something happens to a project, or is found out about it. */
export class ChangeProject extends Command<Answer> {
  constructor(
    readonly projectId: string,
    readonly change: ProjectChange,
    readonly context: CommandContext,
    /** The approval of a construction permit that proves the change too. */
    readonly permit?: string,
  ) {
    super();
  }
}
