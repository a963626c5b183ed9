import { type AccountCode } from './account.js';
import { type Day } from './day.js';
import { type Evidence } from './evidence.js';
import { type UnitCode } from './unit-code.js';

/** 六定 (features.md P10): 落实事项, 目标任务, 牵头领导, 责任单位, 工作要求, 办结时间. */
export interface SixFields {
  matter: string;
  target: string;
  leader: AccountCode;
  unit: UnitCode;
  requirement: string;
  due: Day;
}

/** 办结: what the 六定 of the event `taskEventId` ask for has been done, with what result, as the papers show. */
export interface TaskDone {
  taskEventId: string;
  result: string;
  evidence: Evidence[];
  occurredOn: Day;
}
