import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CodeListField } from '#libs/contract';
import { StepBody } from '../step-body.js';

export class SupplyOwedBody extends StepBody {
  @CodeListField('补交的材料：清单中的代码；不填为全部补齐', 50, { optional: true }) items?: string[];
}

export class SupplyOwed extends Command<Answer> {
  constructor(
    readonly approvalId: string,
    readonly body: SupplyOwedBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
