import { compare } from './arithmetic.js';
import { type Reading, type Subject, figuresOf } from './figures.js';
import { type Measurement, measure } from './measure.js';
import { type Measured } from './scheme.js';
import { type Peer, type Place } from './shapes/index.js';

/** What every unit shows on one leaf. */
export interface Field {
  readonly at: ReadonlyMap<string, { readonly reading: Reading; readonly measurement: Measurement }>;
  /** The units whose value counts in comparisons, from the highest value to the lowest. */
  readonly peers: readonly Peer[];
  readonly places: ReadonlyMap<string, Place>;
}

/** Measures one leaf at every unit. @throws RangeError when a unit has no reading for it. */
export function fieldOf(leaf: Measured, subjects: readonly Subject[]): Field {
  const at = new Map<string, { reading: Reading; measurement: Measurement }>();
  const peers: Peer[] = [];
  for (const { unit, readings } of subjects) {
    const reading = readings.get(leaf.code);
    if (!reading) throw new RangeError(`${unit.code} has no reading for indicator ${leaf.code}`);
    const measurement = measure(leaf, reading, unit.code);
    at.set(unit.code, { reading, measurement });
    if (measurement.kind === 'value') {
      peers.push({ unit, measured: measurement.measured, figures: figuresOf(reading) });
    }
  }
  peers.sort((a, b) => compare(b.measured.value, a.measured.value));
  return { at, peers, places: placesOf(peers) };
}

/** Equal values have the same place. */
function placesOf(peers: readonly Peer[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  let start = 0;
  peers.forEach((peer, index) => {
    const next = peers[index + 1];
    if (next && compare(next.measured.value, peer.measured.value) === 0) return;
    const place = { higher: start, lower: peers.length - index - 1 };
    for (const { unit } of peers.slice(start, index + 1)) places.set(unit.code, place);
    start = index + 1;
  });
  return places;
}
