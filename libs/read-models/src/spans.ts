import { type Day, dayNumber } from '#libs/values';

/**
 * The name under which an interval of whole numbers, from `from` to just before `until`, is kept, so that those that
 * contain a point are found under a few names, in whatever order an index has them within a name. An interval of 2^k
 * numbers or more, but fewer than 2^(k+1), is named after k and the stretch of 2^k numbers in which it begins.
 */
export function spanOf(from: bigint, until: bigint): string {
  const level = (until - from).toString(2).length - 1;
  return `${level}:${from >> BigInt(level)}`;
}

/** The names under which the intervals of fewer than 2^`levels` numbers are that may contain the point. */
const spansAround = (point: bigint, levels: number): string[] =>
  Array.from({ length: levels }, (_, level) => {
    const stretch = point >> BigInt(level);
    return [stretch - 2n, stretch - 1n, stretch].map((begin) => `${level}:${begin}`);
  }).flat();

const SEQ_LEVELS = 40;
const DAY_LEVELS = 18;

/** The names of the versions that may have been current at a seq and aren't any more; of logs up to 10^12 events. */
export const spansAroundSeq = (seq: bigint): string[] => spansAround(seq, SEQ_LEVELS);

/** The names of the intervals of days, 700 years long at most, that may contain a day. */
export const spansAroundDay = (day: Day): string[] => spansAround(BigInt(dayNumber(day)), DAY_LEVELS);

/** The name of the days on which a deadline was overdue: after it fell due, before it was closed. Null if there are none. */
export function overdueSpan(due: Day | null, closed: Day | null): string | null {
  if (due === null || closed === null) return null;
  const [from, until] = [BigInt(dayNumber(due)) + 1n, BigInt(dayNumber(closed))];
  return from < until ? spanOf(from, until) : null;
}
