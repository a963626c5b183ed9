import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, IdField, TextField } from '#libs/contract';
import { type Day } from '#libs/values';
import { type BatchChange } from '../../domain/batch.decider.js';

export class UnlistProjectBody extends CommandBody {
  @IdField('项目编号') projectId: string;
  @TextField('移出名单的原因', 500) reason: string;
  @DayField('移出名单日期') occurredOn: Day;
}

export class HoldBatchBody extends CommandBody {
  @DayField('举办日期') occurredOn: Day;
}

export class VoidHoldingBody extends CommandBody {
  @TextField('作废的原因', 1000) reason: string;
  @DayField('作废日期') occurredOn: Day;
}

export class ChangeBatch extends Command<Answer> {
  constructor(
    readonly batchId: string,
    readonly change: BatchChange,
    readonly context: CommandContext,
  ) {
    super();
  }
}
