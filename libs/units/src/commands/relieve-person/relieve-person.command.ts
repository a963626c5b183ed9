import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { AccountField, ChoiceField, CommandBody, DayField } from '#libs/contract';
import { type AccountCode, type Day, type UnitCode } from '#libs/values';
import { DUTIES, type Duty } from '../../domain/unit.events.js';

export class RelievePersonBody extends CommandBody {
  @AccountField('账号（不填姓名）') account: AccountCode;
  @ChoiceField('职务', DUTIES) duty: Duty;
  @DayField('免职日期') occurredOn: Day;
}

export class RelievePerson extends Command<Answer> {
  constructor(
    readonly code: UnitCode,
    readonly body: RelievePersonBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
