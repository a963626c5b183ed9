import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { ObjectField, SubjectBody, TextField } from '#libs/contract';
import { GoalBody } from '../target-bodies.js';

export class OwnMetricBody {
  @TextField('指标名称', 100) name: string;
  @TextField('计量单位', 20) unit: string;
}

export class SetTargetBody extends GoalBody {
  @ObjectField('上级目标的对象（同年同指标）', () => SubjectBody, { optional: true }) parent?: SubjectBody;
  @ObjectField('指标目录以外的指标：名称和计量单位', () => OwnMetricBody, { optional: true }) own?: OwnMetricBody;
}

export class SetTarget extends Command<Answer> {
  constructor(
    readonly body: SetTargetBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
