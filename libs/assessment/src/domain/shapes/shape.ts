import { type Check, type SchemeProblem } from '../checks.js';
import { type Figure } from '../figures.js';
import { type Found, type Unfound } from '../sources/found.js';
import { type Judgement } from '../sources/condition.js';
import { type AtHand, type Placed } from '../sources/places.js';
import { type Condition, type Source } from '../sources/source.js';
import { type Worked } from '../worked.js';

/** A unit to which the indicator applies, with what was measured there. */
export interface Peer {
  readonly unit: { readonly code: string; readonly name: string };
  readonly measured: Worked;
  /** The figures behind it, under the unit's name: how they stand in the receipts of others. */
  readonly figures: readonly Figure[];
}

/** How many units have a higher measured value than this one, and how many a lower. */
export interface Place {
  readonly higher: number;
  readonly lower: number;
}

/** All that a shape may look at. */
export interface Standing {
  /** What was found: a count or a rate. */
  readonly value: Worked;
  /** What is scored and compared: the value or, where the indicator has a target, value ÷ target. */
  readonly measured: Worked;
  readonly place: Place;
  /** The unit's target, if the indicator has one. */
  readonly target?: Worked;
  /** The indicator's points. */
  readonly points: Worked;
  /** Every unit to which the indicator applies, this one included, from the highest measured value to the lowest. */
  readonly peers: readonly Peer[];
  /** What another source has for the unit. */
  readonly find: (source: Source) => Found;
  readonly judge: (condition: Condition) => Judgement;
}

/** The points that a shape gives, before cap, floor and rounding. */
export interface Award {
  readonly worked: Worked;
  /** Figures that the shape has read, other than the units' own. */
  readonly figures?: readonly Figure[];
  /** What the arithmetic alone doesn't say, as a Chinese clause. */
  readonly because?: string;
  /** The other units whose figures stand in the arithmetic. */
  readonly compared?: readonly Peer[];
}

/** One way of giving points: how its parameters are checked, and how it scores. Pure. */
export interface ShapeRule<Params> {
  readonly check: Check;
  /** True when these parameters make no sense without a target. */
  readonly needsTarget?: (params: Params) => boolean;
  /** The sources among the parameters, with their places; `atHand` is what there is for them. */
  readonly sources?: (params: Params, path: string, atHand: AtHand) => readonly Placed[];
  /** True when the shape compares units, so that an item can't be scored by it. */
  readonly compares?: (params: Params) => boolean;
  /** What the shape finds wrong with its own parameters once their form is right. */
  readonly problems?: (params: Params, path: string) => readonly SchemeProblem[];
  /** Where a source among the parameters has no number, what it says instead holds for the whole indicator. */
  readonly award: (params: Params, standing: Standing) => Award | Unfound;
}
