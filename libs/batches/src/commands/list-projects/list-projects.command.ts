import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { ChoiceField, CommandBody, DayField, IdListField } from '#libs/contract';
import { type Day } from '#libs/values';
import { DEEDS, type Deed } from '../../domain/batch.events.js';

export class ListProjectsBody extends CommandBody {
  @IdListField('项目编号', 200) projects: string[];
  @ChoiceField('所列项目办理的事项；集中开工竣工必填', DEEDS, { optional: true }) deed?: Deed;
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
