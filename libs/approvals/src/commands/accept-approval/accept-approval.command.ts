import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CodeListField, CommandBody, DayField, ObjectField, TextListField } from '#libs/contract';
import { type Day } from '#libs/values';

/** 容缺受理: what is missing, by name or by its code on the list, and by when it is to be handed in. */
export class MissingPapersBody {
  @TextListField('容缺的材料（没有清单时）', 50, 200, { optional: true }) papers?: string[];
  @CodeListField('容缺的材料：清单中的代码', 50, { optional: true }) items?: string[];
  @DayField('补齐期限') by: Day;
}

export class AcceptApprovalBody extends CommandBody {
  @ObjectField('容缺受理', () => MissingPapersBody, { optional: true }) missing?: MissingPapersBody;
  @DayField('受理日期') occurredOn: Day;
}

export class AcceptApproval extends Command<Answer> {
  constructor(
    readonly approvalId: string,
    readonly body: AcceptApprovalBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
