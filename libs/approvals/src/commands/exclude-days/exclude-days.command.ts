import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { ChoiceField, CommandBody, DayField } from '#libs/contract';
import { type Day } from '#libs/values';
import { EXCLUSION_CAUSES, type ExclusionCause } from '../../domain/approval.events.js';

export class ExcludeDaysBody extends CommandBody {
  @ChoiceField('不计入期限的事由', EXCLUSION_CAUSES) cause: ExclusionCause;
  @DayField('起始日期（含）') from: Day;
  @DayField('截止日期（含，可为预计）') until: Day;
}

export class ExcludeDays extends Command<Answer> {
  constructor(
    readonly approvalId: string,
    readonly body: ExcludeDaysBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
