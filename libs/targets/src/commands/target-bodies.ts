import { refuseUnless } from '#libs/eventsourcing';
import {
  ChoiceField,
  CommandBody,
  DayField,
  IntegerField,
  MoneyField,
  ObjectField,
  SubjectBody,
  TextField,
  TextListField,
} from '#libs/contract';
import { type Day } from '#libs/values';
import { type Schedule } from '../domain/schedule.js';

export class ScheduleBody {
  @ChoiceField('时序种类：even 每月十二分之一，monthly 按 percent', ['even', 'monthly']) kind: Schedule['kind'];
  @TextListField('1 至 12 月末的累计百分比，12 月末为 100', 12, 10, { optional: true }) percent?: string[];
}

/** What setting and revising a target say alike. */
export class GoalBody extends CommandBody {
  @ObjectField('对象', () => SubjectBody) subject: SubjectBody;
  @TextField('指标代码', 40) metric: string;
  @IntegerField('年度', 1949, 2200) year: number;
  @MoneyField('全年目标（以指标的计量单位计）') amount: string;
  @ObjectField('时序', () => ScheduleBody) schedule: ScheduleBody;
  @TextField('超出上级目标余额、或低于已分解数的理由', 500, { optional: true }) overAllotment?: string;
  @DayField('下达日期') occurredOn: Day;
}

/** @throws Refusal TARGET.BAD_SCHEDULE when the percentages don't go with the kind. */
export function scheduleOf({ kind, percent }: ScheduleBody): Schedule {
  const fits = (kind === 'monthly') === (percent !== undefined);
  const message = kind === 'monthly' ? 'monthly 时序须列出 percent' : 'even 时序不列 percent';
  refuseUnless(fits, 'invalid', 'TARGET.BAD_SCHEDULE', message, 'schedule.percent');
  return percent ? { kind: 'monthly', percent } : { kind: 'even' };
}
