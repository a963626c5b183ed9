import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CodeListField, DayField, TextListField } from '#libs/contract';
import { type Day } from '#libs/values';
import { StepBody } from '../step-body.js';

export class AcceptCommitmentBody extends StepBody {
  @TextListField('企业承诺符合的条件', 50, 200) conditions: string[];
  @CodeListField('承诺补交的材料：清单中的代码', 50, { optional: true }) items?: string[];
  @DayField('证明履行承诺的期限', { optional: true }) by?: Day;
}

export class AcceptCommitment extends Command<Answer> {
  constructor(
    readonly approvalId: string,
    readonly body: AcceptCommitmentBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
