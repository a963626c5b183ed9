import { type AfterwardsEvent } from './events/afterwards.events.js';
import { type BeforeSigningEvent } from './events/before-signing.events.js';
import { type BuildingEvent } from './events/building.events.js';
import { type ContractEvent } from './events/contract.events.js';
import { type LandingEvent } from './events/landing.events.js';
import { type ResponsibilityEvent } from './events/responsibility.events.js';
import { type TruthEvent } from './events/truth.events.js';

export * from './events/afterwards.events.js';
export * from './events/before-signing.events.js';
export * from './events/building.events.js';
export * from './events/contract.events.js';
export * from './events/landing.events.js';
export * from './events/proof.js';
export * from './events/responsibility.events.js';
export * from './events/truth.events.js';

/** Everything that can happen to a project, in files by phase. */
export type ProjectEvent =
  | BeforeSigningEvent
  | ContractEvent
  | LandingEvent
  | BuildingEvent
  | AfterwardsEvent
  | ResponsibilityEvent
  | TruthEvent;

export const projectStream = (id: string): string => `project-${id}`;
