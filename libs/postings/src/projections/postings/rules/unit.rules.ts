import { type UnitEndVoided, type UnitEvent, type UnitMerged, unitCodeOf } from '#libs/units';
import { type UnitAccountRow } from '../account.entities.js';
import { ALWAYS } from '../accounts.js';
import { type Rule, type RulesOf } from './rule.js';
import { reversal } from './take-back.js';

type Entry = Pick<UnitAccountRow, 'from'> & Partial<Pick<UnitAccountRow, 'group' | 'mergedInto'>>;

/** A unit's stream says under whom and in which group its matters are posted, from a day on. */
const enter =
  <Event extends UnitEvent>(entryOf: (data: Event['data']) => Entry): Rule<Event> =>
  ({ stream, seq, data }, books) =>
    books.addUnit({
      code: unitCodeOf(stream),
      seq: String(seq),
      group: null,
      mergedInto: null,
      ...entryOf(data),
    });

/** Entries go to whoever answers for them by now, from this seq on. */
const move: Rule = (event, books) => {
  const misplaced = books.misplaced();
  books.post(event, [
    ...misplaced.map(reversal),
    ...misplaced.map(({ holder, ...entry }) => ({ ...entry, unit: holder, holder })),
  ]);
};

/** From its day on the heir answers, also for what was posted before the merger was recorded: plans, promises. */
const merge: Rule<UnitMerged> = (event, books) => {
  enter<UnitMerged>(({ from, into: mergedInto }) => ({ from, mergedInto }))(event, books);
  move(event, books);
};

/** A merger that never was: the unit answers for itself, and what was posted under its heir goes back to it. */
const outliveMerger: Rule<UnitEndVoided> = (event, books) => {
  enter<UnitEndVoided>(() => ({ from: ALWAYS, mergedInto: unitCodeOf(event.stream) }))(event, books);
  move(event, books);
};

export const unitRules: RulesOf<UnitEvent> = {
  UnitRegistered: enter(({ group }) => ({ from: ALWAYS, group })),
  UnitRegrouped: enter(({ from, assessmentGroup: group }) => ({ from, group })),
  UnitMerged: merge,
  UnitEndVoided: outliveMerger,
};
