import { type AccountCode, type Day, type Evidence, type SixFields, type TaskDone, type UnitCode } from '#libs/values';
import { EvidenceField } from './command-body.js';
import { AccountField, DayField, IdField, TextField, UnitField } from './fields.js';

/** 六定. */
export class SixFieldsBody implements SixFields {
  @TextField('落实事项', 500) matter: string;
  @TextField('目标任务', 500) target: string;
  @AccountField('牵头领导（账号；企业、园区、区县的须已挂钩）') leader: AccountCode;
  @UnitField('责任单位代码') unit: UnitCode;
  @TextField('工作要求', 1000) requirement: string;
  @DayField('办结时间') due: Day;
}

/** 办结. */
export class TaskDoneBody implements Omit<TaskDone, 'evidence'> {
  @IdField('所办结的六定（登记或承接它的事件）') taskEventId: string;
  @TextField('办结情况', 1000) result: string;
  @EvidenceField() evidence?: Evidence[];
  @DayField('办结日期') occurredOn: Day;
}
