import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { AccountField, CommandBody, DayField, EvidenceField, TextField } from '#libs/contract';
import { type AccountCode, type Day, type Evidence } from '#libs/values';

export class OverrideAdmissionBody extends CommandBody {
  @AccountField('特批人账号（不填姓名）') approver: AccountCode;
  @TextField('特批理由', 1000) reason: string;
  @EvidenceField() evidence?: Evidence[];
  @DayField('特批日期') occurredOn: Day;
}

export class OverrideAdmission extends Command<Answer> {
  constructor(
    readonly projectId: string,
    readonly body: OverrideAdmissionBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
