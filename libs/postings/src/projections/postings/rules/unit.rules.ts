import { type UnitEvent } from '#libs/units';
import { type RulesOf } from './rule.js';

export const unitRules: RulesOf<UnitEvent> = {
  UnitRegistered: ({ data: { code, group } }, books) => books.addUnit({ code, group }),
};
