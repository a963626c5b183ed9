import { IntersectionType } from '@nestjs/swagger';
import {
  AccountField,
  ChoiceField,
  ChoiceListField,
  CommandBody,
  DayField,
  SharesField,
  SixFieldsBody,
  TaskDoneBody,
  TextField,
  UnitField,
} from '#libs/contract';
import { type AccountCode, type Day, type UnitCode, type UnitShare } from '#libs/values';
import { PROJECT_METRICS } from '../../../domain/metrics.js';
import { HANDOFF_PHASES, type HandoffPhase } from '../../../domain/project.events.js';
import { DatedBody } from './claim.bodies.js';

export class HandoffTermsBody {
  @UnitField('接手单位代码') toUnit: UnitCode;
  @ChoiceField('移交的阶段', HANDOFF_PHASES) phase: HandoffPhase;
  @DayField('移交日期：自该日起由接手单位负责') occurredOn: Day;
}

export class HandOverBody extends IntersectionType(HandoffTermsBody, CommandBody) {}

export class AssignGroupBody extends CommandBody {
  @UnitField('归口专班（单位代码）') group: UnitCode;
  @DayField('归口日期') occurredOn: Day;
}

export class FixResponsibilityBody extends IntersectionType(SixFieldsBody, CommandBody) {
  @DayField('落实日期') occurredOn: Day;
}

export class FinishResponsibilityBody extends IntersectionType(TaskDoneBody, CommandBody) {}

export class AttachLeaderBody extends CommandBody {
  @AccountField('挂钩领导（账号）') account: AccountCode;
  @TextField('挂钩职责', 100) duty: string;
  @DayField('挂钩日期') occurredOn: Day;
}

export class DetachLeaderBody extends CommandBody {
  @AccountField('挂钩领导（账号）') account: AccountCode;
  @DayField('解除日期') occurredOn: Day;
}

export class SharingTermsBody extends DatedBody {
  @SharesField('分享比例') shares: UnitShare[];
  @DayField('分享起始日') from: Day;
  @DayField('分享截止日', { optional: true }) until?: Day;
  @ChoiceListField('分享的指标（不填为全部）', PROJECT_METRICS, { optional: true }) metrics?: string[];
}

export class ShareCreditBody extends IntersectionType(SharingTermsBody, CommandBody) {}
