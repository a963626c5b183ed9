import { compare } from './arithmetic.js';
import { type Subject, namedFigures } from './figures.js';
import { type Measurement } from './measure.js';
import { type Peer, type Place } from './shapes/index.js';

/** What every subject of an indicator shows on it. */
export interface Field {
  readonly at: ReadonlyMap<string, Measurement>;
  /** The subjects that one is compared with, if their value counts in comparisons, from the highest value to the lowest. */
  readonly peersOf: (subject: Subject) => readonly Peer[];
  readonly placeOf: (subject: Subject) => Place | undefined;
}

/** Measures one leaf at every subject; `circleOf` names those who are compared with one another. */
export function fieldOf(
  subjects: readonly Subject[],
  measure: (subject: Subject) => Measurement,
  circleOf: (subject: Subject) => string,
): Field {
  const at = new Map(subjects.map((subject) => [subject.unit.code, measure(subject)]));
  const circles = new Map<string, { peers: readonly Peer[]; places: ReadonlyMap<string, Place> }>();
  for (const [circle, members] of Map.groupBy(subjects, circleOf)) {
    const peers = members.flatMap(({ unit }): Peer[] => {
      const measurement = at.get(unit.code);
      return measurement?.kind === 'value'
        ? [{ unit, measured: measurement.measured, figures: namedFigures(unit.name, measurement.figures) }]
        : [];
    });
    const near = new Map(peers.map((peer) => [peer, peer.measured.value.toNumber()]));
    peers.sort((a, b) => apart(near.get(b), near.get(a)) ?? compare(b.measured.value, a.measured.value));
    circles.set(circle, { peers, places: placesOf(peers) });
  }
  return {
    at,
    peersOf: (subject) => circles.get(circleOf(subject))?.peers ?? [],
    placeOf: (subject) => circles.get(circleOf(subject))?.places.get(subject.unit.code),
  };
}

/** How two numbers compare that a float can tell apart: most of them, in a fraction of the time. */
function apart(a = NaN, b = NaN): number | undefined {
  return Math.abs(a - b) > FLOAT_ERROR * Math.max(Math.abs(a), Math.abs(b)) ? a - b : undefined;
}
const FLOAT_ERROR = 1e-12;

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
