import { type UnitPlaced } from './hierarchy.events.js';
import { type UnitEvent } from './unit.events.js';

/** What happened, in a word, for whoever reads the event. */
export const UNIT_TITLES: Readonly<Record<(UnitEvent | UnitPlaced)['type'], string>> = {
  UnitRegistered: '单位登记',
  UnitRenamed: '单位更名',
  UnitRegrouped: '考核分组调整',
  UnitMerged: '单位并入',
  UnitSplit: '单位分设',
  UnitEndVoided: '作废并入或分设',
  UnitPlaced: '隶属关系调整',
  GroupMemberAdded: '成员单位加入',
  GroupMemberRemoved: '成员单位退出',
  PersonAppointed: '任职',
  PersonRelieved: '免职',
};
