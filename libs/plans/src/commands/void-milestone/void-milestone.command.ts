import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, TextField } from '#libs/contract';
import { type Day } from '#libs/values';

export class VoidPlanMilestoneBody extends CommandBody {
  @TextField('节点代码', 40) milestone: string;
  @TextField('核查认定', 1000) finding: string;
  @DayField('认定日期') occurredOn: Day;
}

export class VoidPlanMilestone extends Command<Answer> {
  constructor(
    readonly projectId: string,
    readonly body: VoidPlanMilestoneBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
