import { IntersectionType } from '@nestjs/swagger';
import { AccountField, CommandBody, DayField, IdField, SixFieldsBody, TaskDoneBody, TextField } from '#libs/contract';
import { type AccountCode, type Day } from '#libs/values';
import { ChargeBody } from '../attach-steward/attach-steward.command.js';

export class DetachStewardBody extends CommandBody {
  @AccountField('挂钩领导（账号）') account: AccountCode;
  @DayField('解除日期') occurredOn: Day;
}

/** Another leader for the same purpose, beside the same unit. */
export class ReplaceStewardBody extends CommandBody {
  @AccountField('被接替的领导（账号）') account: AccountCode;
  @AccountField('接替的领导（账号）') successor: AccountCode;
  @TextField('挂钩职责', 100) duty: string;
  @DayField('接替日期：自该日起由接替的领导负责') occurredOn: Day;
}

export class FixTaskBody extends IntersectionType(SixFieldsBody, CommandBody) {
  @DayField('落实日期') occurredOn: Day;
}

export class TakeOverTaskBody extends CommandBody {
  @IdField('所承接的六定：落实该六定的事件') taskEventId: string;
  @AccountField('承接的领导（账号），须在任') leader: AccountCode;
  @DayField('承接日期') occurredOn: Day;
}

export class FinishTaskBody extends IntersectionType(TaskDoneBody, CommandBody) {}

export class RenameStewardedBody extends CommandBody {
  @TextField('企业名称', 200) name: string;
  @TextField('更正的原因', 1000) reason: string;
  @DayField('更正日期') occurredOn: Day;
}

/** The attachment anew, whole. */
export class CorrectStewardBody extends IntersectionType(ChargeBody, CommandBody) {
  @IdField('被更正的事件') correctsEventId: string;
  @TextField('更正的原因', 1000) reason: string;
}

export class VoidStewardFactBody extends CommandBody {
  @IdField('作废的事件：挂钩、解除、六定或其办结') eventId: string;
  @TextField('核查结论', 1000) finding: string;
  @DayField('认定日期') occurredOn: Day;
}
