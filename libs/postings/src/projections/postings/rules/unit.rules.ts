import { type UnitEvent, unitStream } from '#libs/units';
import { type UnitAccountRow } from '../account.entities.js';
import { ALWAYS } from '../accounts.js';
import { type Rule, type RulesOf } from './rule.js';

type Entry = Pick<UnitAccountRow, 'from'> & Partial<Pick<UnitAccountRow, 'group' | 'mergedInto'>>;

/** A unit's stream says under whom and in which group its matters are posted, from a day on. */
const enter =
  <Event extends UnitEvent>(entryOf: (data: Event['data']) => Entry): Rule<Event> =>
  ({ stream, seq, data }, books) =>
    books.addUnit({
      code: stream.slice(unitStream('').length),
      seq: String(seq),
      group: null,
      mergedInto: null,
      ...entryOf(data),
    });

export const unitRules: RulesOf<UnitEvent> = {
  UnitRegistered: enter(({ group }) => ({ from: ALWAYS, group })),
  UnitRegrouped: enter(({ from, assessmentGroup: group }) => ({ from, group })),
  UnitMerged: enter(({ from, into: mergedInto }) => ({ from, mergedInto })),
};
