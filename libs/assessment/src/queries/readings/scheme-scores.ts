import { type Scheme } from '../../domain/scheme.js';
import { type Scorecard } from '../../domain/scorecard.js';

/** A scheme scored as it is rolled up into another: its cards, and what it is. */
export interface ScoredScheme {
  readonly scheme: Scheme;
  readonly cards: readonly Scorecard[];
}

/** The scores of a published scheme, of its latest version when none is named. */
export type SchemeScores = (code: string, version?: number) => Promise<ScoredScheme>;
