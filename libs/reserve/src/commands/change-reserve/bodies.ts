import { ChoiceField, CommandBody, DayField, IntegerField, TextField } from '#libs/contract';
import { type Day } from '#libs/values';
import {
  EARLY_WORKS,
  type EarlyWork,
  SELECTION_STEPS,
  SITE_OUTCOMES,
  type SelectionStep,
  type SiteOutcome,
  WORK_STATES,
  type WorkState,
} from '../../domain/reserve.events.js';

export const LONGEST_IDLE_DAYS = 3650;

export class CheckSiteBody extends CommandBody {
  @ChoiceField('多规合一核对结果', SITE_OUTCOMES) outcome: SiteOutcome;
  @TextField('未通过的原因', 1000, { optional: true }) reason?: string;
  @DayField('核对日期') occurredOn: Day;
}

export class AdvanceSelectionBody extends CommandBody {
  @ChoiceField('步骤：sought 选商，compared 比商，chosen 定商', SELECTION_STEPS) step: SelectionStep;
  @TextField('选定的企业（登记名称）', 200, { optional: true }) enterprise?: string;
  @TextField('说明', 1000, { optional: true }) note?: string;
  @DayField('完成日期') occurredOn: Day;
}

export class ReportEarlyWorksBody extends CommandBody {
  @ChoiceField('前期工作', EARLY_WORKS) work: EarlyWork;
  @ChoiceField('状态', WORK_STATES) state: WorkState;
  @TextField('说明', 1000, { optional: true }) note?: string;
  @DayField('发生日期') occurredOn: Day;
}

export class EnterReserveBody extends CommandBody {
  @DayField('入库日期') occurredOn: Day;
}

export class MarkReadyBody extends CommandBody {
  @DayField('认定成熟日期') occurredOn: Day;
}

export class DropReserveBody extends CommandBody {
  @TextField('放弃的原因', 1000) reason: string;
  @DayField('放弃日期') occurredOn: Day;
}

export class ReviewReserveBody extends CommandBody {
  @DayField('清查日：停滞天数算到该日') on: Day;
  @IntegerField('停滞满多少天即列为僵尸项目', 1, LONGEST_IDLE_DAYS) idleDays: number;
}

export class ReviveZombieBody extends CommandBody {
  @TextField('激活的理由', 1000) reason: string;
  @DayField('激活日期') occurredOn: Day;
}

export class ClearZombieBody extends CommandBody {
  @TextField('清理的理由', 1000) reason: string;
  @DayField('清理日期') occurredOn: Day;
}
