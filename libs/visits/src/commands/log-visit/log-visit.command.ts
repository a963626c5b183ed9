import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { ChoiceField, CommandBody, DayField, TextField, TextListField, UnitField } from '#libs/contract';
import { type Day, type UnitCode } from '#libs/values';
import { VISIT_KINDS, type VisitKind } from '../../domain/visit.events.js';

export class LogVisitBody extends CommandBody {
  @UnitField('单位代码') unit: UnitCode;
  @ChoiceField('类别：外出招商或来访接待', VISIT_KINDS) kind: VisitKind;
  @TextField('带队领导职务（不填姓名）', 100, { optional: true }) leaderDuty?: string;
  @TextField('地点', 200) place: string;
  @DayField('开始日期') from: Day;
  @DayField('结束日期') to: Day;
  @TextField('事由', 500, { optional: true }) purpose?: string;
  @TextListField('走访企业', 50, 200, { optional: true }) enterprises?: string[];
}

export class LogVisit extends Command<Answer> {
  constructor(
    readonly visitId: string,
    readonly body: LogVisitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
