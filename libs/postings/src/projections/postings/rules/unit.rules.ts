import { type UnitEndVoided, type UnitEvent, unitStream } from '#libs/units';
import { type UnitCode } from '#libs/values';
import { type UnitAccountRow } from '../account.entities.js';
import { ALWAYS } from '../accounts.js';
import { type Rule, type RulesOf } from './rule.js';
import { reversal } from './take-back.js';

const codeOf = (stream: string): UnitCode => stream.slice(unitStream('').length);

type Entry = Pick<UnitAccountRow, 'from'> & Partial<Pick<UnitAccountRow, 'group' | 'mergedInto'>>;

/** A unit's stream says under whom and in which group its matters are posted, from a day on. */
const enter =
  <Event extends UnitEvent>(entryOf: (data: Event['data']) => Entry): Rule<Event> =>
  ({ stream, seq, data }, books) =>
    books.addUnit({
      code: codeOf(stream),
      seq: String(seq),
      group: null,
      mergedInto: null,
      ...entryOf(data),
    });

/** A merger that never was: the unit answers for itself, and what was posted under its heir goes back to it. */
const outliveMerger: Rule<UnitEndVoided> = (event, books) => {
  enter<UnitEndVoided>(() => ({ from: ALWAYS, mergedInto: codeOf(event.stream) }))(event, books);
  const misplaced = books.misplaced();
  books.post(event, [
    ...misplaced.map(reversal),
    ...misplaced.map(({ holder, ...entry }) => ({ ...entry, unit: holder, holder })),
  ]);
};

export const unitRules: RulesOf<UnitEvent> = {
  UnitRegistered: enter(({ group }) => ({ from: ALWAYS, group })),
  UnitRegrouped: enter(({ from, assessmentGroup: group }) => ({ from, group })),
  UnitEndVoided: outliveMerger,
  UnitMerged: enter(({ from, into: mergedInto }) => ({ from, mergedInto })),
};
