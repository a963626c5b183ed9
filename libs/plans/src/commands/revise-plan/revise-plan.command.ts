import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { AccountField, CommandBody, DayField, TextField } from '#libs/contract';
import { type AccountCode, type Day } from '#libs/values';
import { MilestonesField, type PlannedMilestoneBody } from '../planned-milestone.body.js';

export class RevisePlanBody extends CommandBody {
  @MilestonesField() milestones: PlannedMilestoneBody[];
  @TextField('修订原因', 1000) reason: string;
  @AccountField('批准人账号') approver: AccountCode;
  @DayField('修订日期') occurredOn: Day;
}

export class RevisePlan extends Command<Answer> {
  constructor(
    readonly projectId: string,
    readonly body: RevisePlanBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
