import { type Check, isObject, record, tableOf } from '../checks.js';

export const MAX_GROUPS = 30;

const isGroupName = (key: string): boolean => key.trim() !== '' && key.length <= 100;

/** One value, or `{ "groups": { 组名: 值 } }`. */
export const byGroup =
  (each: Check): Check =>
  (value, path, problems) => {
    const groups = record({ groups: tableOf(isGroupName, '分组名称', each, MAX_GROUPS) });
    (isObject(value) && Object.hasOwn(value, 'groups') ? groups : each)(value, path, problems);
  };
