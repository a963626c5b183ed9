import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, IdListField } from '#libs/contract';
import { type Day } from '#libs/values';

export class ListProjectsBody extends CommandBody {
  @IdListField('项目编号', 200) projects: string[];
  @DayField('列入名单日期') occurredOn: Day;
}

export class ListProjects extends Command<Answer> {
  constructor(
    readonly batchId: string,
    readonly body: ListProjectsBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
