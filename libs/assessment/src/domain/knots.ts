import { compare } from './arithmetic.js';
import { type Check, amount, listOf, oneOf, record, risingBy } from './checks.js';
import { eitherAmountOr } from './sources/condition.js';
import { type Found, clauses, foundNumber, withNumbers } from './sources/found.js';
import { type AtHand, type Placed, sourcePlaces } from './sources/places.js';
import { type Amount, type KnotValue, type Source } from './sources/source.js';
import { type Worked, given, minus, over, plus, times } from './worked.js';

/**
 * What is given at a value of what is measured: a count, or a rate where `1` is 100 %. The value is stated, or another
 * source's (五档标准值, 底线和挑战目标).
 */
export interface Knot {
  readonly at: Amount | Source;
  readonly gives: Amount;
}

/** `steps` keeps what a knot gives until the next knot (分档), `linear` goes straight from one to the next (分段线性). */
export interface Between {
  readonly between: 'steps' | 'linear';
  readonly below: string;
  readonly equal?: KnotValue;
}

const MAX_KNOTS = 50;

/** The forms of a list of knots that call what is given `key`, and of what there is between them. */
export const knotForms = (
  key: string,
  source: Check,
): { required: Record<string, Check>; optional: Record<string, Check> } => ({
  required: {
    knots: risingBy('at', listOf(record({ at: eitherAmountOr(source), [key]: amount() }), 1, MAX_KNOTS)),
    between: oneOf('steps', 'linear'),
    below: amount(),
  },
  optional: { equal: oneOf('above', 'below') },
});

/** The sources among the places of knots. */
export const knotPlaces = (knots: readonly Pick<Knot, 'at'>[], path: string, atHand: AtHand): Placed[] =>
  knots.flatMap(({ at }, index) =>
    typeof at === 'string' ? [] : sourcePlaces(at, `${path}.knots[${index}].at`, atHand),
  );

/**
 * What is given at a value. From the last knot on what it gives holds; under the first, `below` does. Where found knots
 * don't rise it is the last of those that the value is past. Without a number for one of them there is none at all.
 */
export function readOff(
  knots: readonly Knot[],
  between: Between,
  measured: Worked,
  find: (source: Source) => Found,
): Found {
  const ats = knots.map(({ at }) => (typeof at === 'string' ? foundNumber(given(at)) : find(at)));
  return withNumbers(ats, (numbers, figures, before) => {
    const placed = numbers.map((at, index) => ({ at, gives: given(knots[index]?.gives ?? between.below) }));
    const { worked, because } = readPlaced(placed, between, measured);
    return foundNumber(worked, figures, { because: clauses([before, because]) });
  });
}

interface Placement {
  readonly at: Worked;
  readonly gives: Worked;
}

function readPlaced(
  knots: readonly Placement[],
  { between, below, equal = 'above' }: Between,
  measured: Worked,
): { readonly worked: Worked; readonly because?: string } {
  const isPast = ({ at }: Placement): boolean => {
    const order = compare(measured.value, at.value);
    return equal === 'above' ? order >= 0 : order > 0;
  };
  const index = knots.findLastIndex(isPast);
  const [from, to] = [knots[index], knots[index + 1]];
  const [under, past] = equal === 'above' ? ['低于', '不低于'] : ['不高于', '高于'];
  if (!from) return { worked: given(below), because: `${measured.text} ${under}起点 ${knots[0]?.at.text}` };
  if (!to) return { worked: from.gives, because: `${measured.text} ${past} ${from.at.text}，在最高一档` };
  if (between === 'linear') return { worked: onLine(from, to, measured) };
  const without = equal === 'above' ? to.at.text : from.at.text;
  return {
    worked: from.gives,
    because: `${measured.text} 在 ${from.at.text} 至 ${to.at.text} 一档（不含 ${without}）`,
  };
}

/** The straight line from one knot to the next. */
function onLine(from: Placement, to: Placement, measured: Worked): Worked {
  const rise = minus(to.gives, from.gives);
  const run = minus(to.at, from.at);
  return plus(from.gives, over(times(minus(measured, from.at), rise), run));
}
