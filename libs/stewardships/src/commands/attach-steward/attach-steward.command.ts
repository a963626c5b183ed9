import { Command } from '@nestjs/cqrs';
import { IntersectionType } from '@nestjs/swagger';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { AccountField, ChoiceField, CommandBody, DayField, TextField, UnitField } from '#libs/contract';
import { type AccountCode, type Day, type UnitCode } from '#libs/values';
import { type Purpose, PURPOSES, STEWARDED_KINDS, type StewardedKind } from '../../domain/stewardship.events.js';

/** Who looks after it, and who answers beside the leader. */
export class ChargeBody {
  @UnitField('责任单位代码') unit: UnitCode;
  @AccountField('挂钩领导（账号）') account: AccountCode;
  @TextField('挂钩职责', 100) duty: string;
  @ChoiceField('挂钩方式：挂钩联系、包保、第一责任人', PURPOSES) purpose: Purpose;
  @DayField('挂钩日期') occurredOn: Day;
}

export class StewardedBody {
  @ChoiceField('挂钩对象的类别：企业、园区、区县', STEWARDED_KINDS) kind: StewardedKind;
  @TextField('挂钩对象：企业的统一社会信用代码，园区、区县的单位代码', 40) code: string;
  @TextField('企业名称', 200, { optional: true }) name?: string;
}

export class AttachStewardBody extends IntersectionType(StewardedBody, ChargeBody, CommandBody) {}

export class AttachSteward extends Command<Answer> {
  constructor(
    readonly body: AttachStewardBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
