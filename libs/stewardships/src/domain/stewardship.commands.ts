import { type AccountCode, type Day } from '#libs/values';
import {
  type StewardAttached,
  type StewardCorrected,
  type StewardDetached,
  type StewardFactVoided,
  type StewardTaskFixed,
} from './stewardship.events.js';

/** What is said when another leader takes over: for the same purpose and beside the same unit. */
export interface Replacement {
  readonly account: AccountCode;
  readonly successor: AccountCode;
  readonly duty: string;
  readonly occurredOn: Day;
}

/** What is done to a stewardship that there is. */
export type StewardshipChange =
  | { readonly kind: 'replace-steward'; readonly facts: Replacement }
  | { readonly kind: 'detach-steward'; readonly facts: StewardDetached['data'] }
  | { readonly kind: 'fix-task'; readonly facts: StewardTaskFixed['data'] }
  | { readonly kind: 'correct-steward'; readonly facts: StewardCorrected['data'] }
  | { readonly kind: 'void-fact'; readonly facts: StewardFactVoided['data'] };

export type StewardshipCommand = { readonly today: Day } & (
  { readonly kind: 'attach-steward'; readonly facts: StewardAttached['data'] } | StewardshipChange
);
