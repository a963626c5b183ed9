import { snap } from '../arithmetic.js';
import { amount, listOf, oneOf, record, risingBy } from '../checks.js';
import { type Worked, given, minus, over, plus, times } from '../worked.js';
import { type ShapeRule } from './shape.js';

/**
 * Scores at stated values: `steps` keeps a knot's score until the next knot (分档), `linear` goes straight from one to the
 * next (分段线性). From the last knot on its score holds; under the first, `below` does.
 */
export interface Curve {
  readonly kind: 'curve';
  readonly knots: readonly Knot[];
  readonly between: 'steps' | 'linear';
  readonly below: string;
}

/** `at` is a value of what is measured: a count, or a rate where `1` is 100 %. */
interface Knot {
  readonly at: string;
  readonly score: string;
}

const MAX_KNOTS = 50;
const knots = listOf(record({ at: amount(), score: amount() }), 1, MAX_KNOTS);

export const curve: ShapeRule<Curve> = {
  check: record({
    kind: oneOf('curve'),
    knots: risingBy('at', knots),
    between: oneOf('steps', 'linear'),
    below: amount(),
  }),

  award({ knots, between, below }, { measured }) {
    const index = knots.findLastIndex(({ at }) => snap(measured.value).gte(at));
    const [from, to] = [knots[index], knots[index + 1]];
    if (!from) return { worked: given(below), because: `${measured.text} 低于起点 ${knots[0]?.at}` };
    if (!to) return { worked: given(from.score), because: `${measured.text} 不低于 ${from.at}，在最高一档` };
    if (between === 'steps') {
      return { worked: given(from.score), because: `${measured.text} 在 ${from.at} 至 ${to.at} 一档（不含 ${to.at}）` };
    }
    return { worked: onLine(from, to, measured) };
  },
};

/** The straight line from one knot to the next. */
function onLine(from: Knot, to: Knot, measured: Worked): Worked {
  const rise = minus(given(to.score), given(from.score));
  const run = minus(given(to.at), given(from.at));
  return plus(given(from.score), over(times(minus(measured, given(from.at)), rise), run));
}
