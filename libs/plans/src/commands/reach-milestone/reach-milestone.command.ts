import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, EvidenceField, TextField } from '#libs/contract';
import { type Day, type Evidence } from '#libs/values';

export class ReachPlanMilestoneBody extends CommandBody {
  @TextField('节点代码', 40) milestone: string;
  @DayField('完成日期') occurredOn: Day;
  @EvidenceField() evidence?: Evidence[];
}

export class ReachPlanMilestone extends Command<Answer> {
  constructor(
    readonly projectId: string,
    readonly body: ReachPlanMilestoneBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
