import { type Check, chosenBy, isObject, record, tableOf } from '../checks.js';

export const MAX_GROUPS = 30;

const isGroupName = (key: string): boolean => key.trim() !== '' && key.length <= 100;

/** One value, or `{ "groups": { 组名: 值 } }`. */
export const byGroup = (each: Check): Check =>
  chosenBy(
    (value) => isObject(value) && Object.hasOwn(value, 'groups'),
    record({ groups: tableOf(isGroupName, '分组名称', each, MAX_GROUPS) }),
    each,
  );
