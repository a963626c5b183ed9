import { type AccountCode, type Day, type SixFields, type UnitCode } from '#libs/values';
import { AccountField, DayField, TextField, UnitField } from './fields.js';

/** 六定. */
export class SixFieldsBody implements SixFields {
  @TextField('落实事项', 500) matter: string;
  @TextField('目标任务', 500) target: string;
  @AccountField('牵头领导（账号；企业、园区、区县的须已挂钩）') leader: AccountCode;
  @UnitField('责任单位代码') unit: UnitCode;
  @TextField('工作要求', 1000) requirement: string;
  @DayField('办结时间') due: Day;
}
