import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { ChoiceField, FlagField, IntegerField, TextField, UnitField } from '#libs/contract';
import { type UnitCode } from '#libs/values';
import { DAY_KINDS, type DayKind } from '../../domain/approval.events.js';
import { APPROVAL_KINDS, type ApprovalKind } from '../../domain/approval.kinds.js';
import { StepBody } from '../step-body.js';

/** In days. */
export const LONGEST_LIMIT = 1000;

export class RequestApprovalBody extends StepBody {
  @ChoiceField('审批事项', APPROVAL_KINDS) kind: ApprovalKind;
  @TextField('文书名称（函、意见书及其他事项必填；同一事项分期办理时用以区分）', 100, { optional: true })
  paper?: string;
  @UnitField('审批部门的单位代码') department: UnitCode;
  @ChoiceField('时限按工作日（working）或自然日（calendar）计；有现行清单时以清单为准', DAY_KINDS, { optional: true })
  days?: DayKind;
  @IntegerField('法定时限（天）；有现行清单时以清单为准', 1, LONGEST_LIMIT, { optional: true }) statutoryLimit?: number;
  @IntegerField('承诺时限（天；0 为当日办结）', 0, LONGEST_LIMIT, { optional: true }) promisedLimit?: number;
  @TextField('并联审批、联审联验的办件编号', 100, { optional: true }) jointCase?: string;
  @UnitField('代办（领办）单位代码', { optional: true }) agentUnit?: UnitCode;
  @FlagField('走绿色通道', { optional: true }) greenChannel?: boolean;
}

export class RequestApproval extends Command<Answer> {
  constructor(
    readonly projectId: string,
    readonly body: RequestApprovalBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
