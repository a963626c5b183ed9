import { compare } from './arithmetic.js';
import { type Check, amount, listOf, oneOf, record, risingBy } from './checks.js';
import { type KnotValue } from './sources/terms.js';
import { type Worked, given, minus, over, plus, times } from './worked.js';

/** What is given at a value of what is measured: a count, or a rate where `1` is 100 %. */
export interface Knot {
  readonly at: string;
  readonly gives: string;
}

/** `steps` keeps what a knot gives until the next knot (分档), `linear` goes straight from one to the next (分段线性). */
export interface Between {
  readonly between: 'steps' | 'linear';
  readonly below: string;
  readonly equal?: KnotValue;
}

const MAX_KNOTS = 50;

/** The forms of a list of knots that call what is given `key`, and of what there is between them. */
export const knotForms = (key: string): { required: Record<string, Check>; optional: Record<string, Check> } => ({
  required: {
    knots: risingBy('at', listOf(record({ at: amount(), [key]: amount() }), 1, MAX_KNOTS)),
    between: oneOf('steps', 'linear'),
    below: amount(),
  },
  optional: { equal: oneOf('above', 'below') },
});

/** What is given at a value. From the last knot on what it gives holds; under the first, `below` does. */
export function readOff(
  knots: readonly Knot[],
  { between, below, equal = 'above' }: Between,
  measured: Worked,
): { readonly worked: Worked; readonly because?: string } {
  const isPast = ({ at }: Knot): boolean => {
    const order = compare(measured.value, given(at).value);
    return equal === 'above' ? order >= 0 : order > 0;
  };
  const index = knots.findLastIndex(isPast);
  const [from, to] = [knots[index], knots[index + 1]];
  const [under, past] = equal === 'above' ? ['低于', '不低于'] : ['不高于', '高于'];
  if (!from) return { worked: given(below), because: `${measured.text} ${under}起点 ${knots[0]?.at}` };
  if (!to) return { worked: given(from.gives), because: `${measured.text} ${past} ${from.at}，在最高一档` };
  if (between === 'linear') return { worked: onLine(from, to, measured) };
  const without = equal === 'above' ? to.at : from.at;
  return { worked: given(from.gives), because: `${measured.text} 在 ${from.at} 至 ${to.at} 一档（不含 ${without}）` };
}

/** The straight line from one knot to the next. */
function onLine(from: Knot, to: Knot, measured: Worked): Worked {
  const rise = minus(given(to.gives), given(from.gives));
  const run = minus(given(to.at), given(from.at));
  return plus(given(from.gives), over(times(minus(measured, given(from.at)), rise), run));
}
