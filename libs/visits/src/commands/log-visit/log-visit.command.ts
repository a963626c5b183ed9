import { Command } from '@nestjs/cqrs';
import { IntersectionType } from '@nestjs/swagger';
import { type Answer, type CommandContext } from '#libs/command-handling';
import {
  AccountField,
  ChoiceField,
  ChoiceListField,
  CommandBody,
  DayField,
  IdListField,
  TextField,
  TextListField,
  UnitField,
} from '#libs/contract';
import { type AccountCode, type Day, type UnitCode } from '#libs/values';
import { IN_PERSON, type InPerson, VISIT_KINDS, type VisitKind } from '../../domain/visit.events.js';

const MOST_SUBJECTS = 50;
const OPTIONAL = { optional: true } as const;

/** What a visit was. */
export class VisitBody {
  @UnitField('单位代码') unit: UnitCode;
  @ChoiceField('类别：外出招商、小分队招商、来访接待、驻点招商、走访企业', VISIT_KINDS) kind: VisitKind;
  @TextField('带队领导职务（不填姓名）', 100, OPTIONAL) leaderDuty?: string;
  @AccountField('带队领导账号（不填姓名）', OPTIONAL) leader?: AccountCode;
  @TextField('地点', 200) place: string;
  @DayField('开始日期') from: Day;
  @DayField('结束日期') to: Day;
  @TextField('事由', 500, OPTIONAL) purpose?: string;
  @ChoiceListField('三个亲自：洽谈、协调、督办', IN_PERSON, OPTIONAL) inPerson?: InPerson[];
  @TextListField('走访企业', MOST_SUBJECTS, 200, OPTIONAL) enterprises?: string[];
  @IdListField('所涉项目', MOST_SUBJECTS, OPTIONAL) projects?: string[];
  @IdListField('所涉线索', MOST_SUBJECTS, OPTIONAL) leads?: string[];
}

export class LogVisitBody extends IntersectionType(VisitBody, CommandBody) {}

export class LogVisit extends Command<Answer> {
  constructor(
    readonly visitId: string,
    readonly body: LogVisitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
