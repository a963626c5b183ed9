import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, EvidenceField } from '#libs/contract';
import { type Day, type Evidence } from '#libs/values';

export class ClaimFirstContactBody extends CommandBody {
  @EvidenceField() evidence?: Evidence[];
  @DayField('申报日期') occurredOn: Day;
}

/** The unit that answers for the lead claims to have met its enterprise first. */
export class ClaimFirstContact extends Command<Answer> {
  constructor(
    readonly leadId: string,
    readonly body: ClaimFirstContactBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
