import { type Field } from './field.js';
import { type Figure, figuresOf } from './figures.js';
import { type Measurement } from './measure.js';
import { type Measured, type Rounding } from './scheme.js';
import { type Scored } from './scorecard.js';
import { settle } from './settle.js';
import { type Award, type Peer, awardBy } from './shapes/index.js';
import { given } from './worked.js';

/** The unit's score on one leaf, with its receipt. @throws RangeError for a unit that isn't in the field. */
export function scoreLeaf(leaf: Measured, field: Field, unit: string, rounding: Rounding): Scored {
  const here = field.at.get(unit);
  if (!here) throw new RangeError(`${unit} was not measured for indicator ${leaf.code}`);
  const { measurement, reading } = here;
  const { code, name, role, points } = leaf;
  const about = { code, name, role, points };
  const own = figuresOf(reading);
  if (measurement.kind === 'not-applicable') {
    const receipt = { ...about, score: null, formula: measurement.because, value: null, inputs: own };
    return { indicator: leaf, value: undefined, receipt };
  }
  const award = awardOf(leaf, measurement, field, unit);
  const { value, score, formula } = settle(award, leaf, rounding);
  const printed = measurement.kind === 'value' ? measurement.printed : null;
  const inputs = [...own, ...targetFigure(measurement), ...figuresOfOthers(award.compared, unit)];
  return { indicator: leaf, value, receipt: { ...about, score, formula, value: printed, inputs } };
}

type Applicable = Exclude<Measurement, { kind: 'not-applicable' }>;

function awardOf(leaf: Measured, measurement: Applicable, { peers, places }: Field, unit: string): Award {
  if (measurement.kind === 'ruled') return measurement;
  const { value, measured, target } = measurement;
  const place = places.get(unit);
  if (!place) throw new RangeError(`${unit} has no place for indicator ${leaf.code}`);
  return awardBy(leaf.shape, { value, measured, target, points: given(leaf.points), place, peers });
}

/** A target comes from the scheme, so no event of the ledger stands behind it. */
const targetFigure = ({ target }: Applicable): Figure[] => (target ? [{ name: '目标', value: target.text }] : []);

const figuresOfOthers = (compared: readonly Peer[] = [], unit: string): Figure[] =>
  compared
    .filter((peer) => peer.unit.code !== unit)
    .flatMap((peer) => peer.figures.map((figure) => ({ ...figure, name: `${peer.unit.name}：${figure.name}` })));
