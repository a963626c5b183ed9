import { type AccountCode, type Day, type Evidence, type TaskDone } from '#libs/values';
import {
  type StewardAttached,
  type StewardCorrected,
  type StewardDetached,
  type StewardFactVoided,
  type StewardTaskFixed,
  type StewardedRenamed,
} from './stewardship.events.js';

/** What is said when another leader takes over: for the same purpose and beside the same unit. */
export interface Replacement {
  readonly account: AccountCode;
  readonly successor: AccountCode;
  readonly duty: string;
  readonly occurredOn: Day;
}

/** Another leader goes on with the 六定 of an event, as they stand. */
export interface TakeOver {
  readonly taskEventId: string;
  readonly leader: AccountCode;
  readonly occurredOn: Day;
}

/** 办结 as the command says it: papers may be left out. */
export type FinishedTask = Omit<TaskDone, 'evidence'> & { readonly evidence?: Evidence[] };

/** What is done to a stewardship that there is. */
export type StewardshipChange =
  | { readonly kind: 'replace-steward'; readonly facts: Replacement }
  | { readonly kind: 'detach-steward'; readonly facts: StewardDetached['data'] }
  | { readonly kind: 'fix-task'; readonly facts: Omit<StewardTaskFixed['data'], 'carries'> }
  | { readonly kind: 'take-over-task'; readonly facts: TakeOver }
  | { readonly kind: 'finish-task'; readonly facts: FinishedTask }
  | { readonly kind: 'rename-stewarded'; readonly facts: StewardedRenamed['data'] }
  | { readonly kind: 'correct-steward'; readonly facts: StewardCorrected['data'] }
  | { readonly kind: 'void-fact'; readonly facts: StewardFactVoided['data'] };

export type StewardshipCommand = { readonly today: Day } & (
  { readonly kind: 'attach-steward'; readonly facts: StewardAttached['data'] } | StewardshipChange
);
