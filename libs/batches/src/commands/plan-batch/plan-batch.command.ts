import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { ChoiceField, CommandBody, DayField, TextField, UnitField } from '#libs/contract';
import { type Day, type UnitCode } from '#libs/values';
import { BATCH_KINDS, type BatchKind } from '../../domain/batch.events.js';

export class PlanBatchBody extends CommandBody {
  @ChoiceField(
    '类别：signing 集中签约，start 集中开工，completion 集中竣工，start-completion 集中开工竣工',
    BATCH_KINDS,
  )
  kind: BatchKind;
  @TextField('活动名称', 200) name: string;
  @UnitField('组织单位代码') unit: UnitCode;
  @DayField('计划举办日期') heldOn: Day;
  @DayField('登记日期') occurredOn: Day;
}

export class PlanBatch extends Command<Answer> {
  constructor(
    readonly batchId: string,
    readonly body: PlanBatchBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
