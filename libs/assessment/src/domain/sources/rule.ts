import { type Check } from '../checks.js';
import { type Circumstance, type Found, type Ground } from './found.js';

/** The checks of what may stand inside a source. */
export interface Inner {
  readonly source: Check;
  readonly condition: Check;
}

/** One kind of source: how its form is checked, and how it is looked up. Pure. */
export interface SourceRule<Kind> {
  readonly check: (inner: Inner) => Check;
  readonly find: (source: Kind, at: Circumstance, ground: Ground) => Found;
}
