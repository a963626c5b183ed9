import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, SharesField, TextField, UnitField, UnitShareBody } from '#libs/contract';
import { type Day, type UnitCode } from '#libs/values';

export class ReferLeadBody extends CommandBody {
  @UnitField('接收单位代码') toUnit: UnitCode;
  @SharesField('利益分享：各单位比例之和为 1') shares: UnitShareBody[];
  @DayField('答复期限', { optional: true }) expiresOn?: Day;
  @TextField('说明', 1000, { optional: true }) note?: string;
  @DayField('流转日期') occurredOn: Day;
}

export class ReferLead extends Command<Answer> {
  constructor(
    readonly leadId: string,
    readonly body: ReferLeadBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
