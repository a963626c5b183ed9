import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField } from '#libs/contract';
import { type Day } from '#libs/values';
import { MilestonesField, type PlannedMilestoneBody } from '../planned-milestone.body.js';

export class BaselinePlanBody extends CommandBody {
  @MilestonesField() milestones: PlannedMilestoneBody[];
  @DayField('计划编制日期') occurredOn: Day;
}

export class BaselinePlan extends Command<Answer> {
  constructor(
    readonly projectId: string,
    readonly body: BaselinePlanBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
