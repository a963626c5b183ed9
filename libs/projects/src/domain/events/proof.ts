import { type Day, type Evidence, type Grade } from '#libs/values';

/** The business day on which something happened, what proves it, and how far (features.md P1). */
export interface Proof {
  occurredOn: Day;
  evidence: Evidence[];
  grade: Grade;
}

/** The milestones of a project's life, in the order in which most projects reach them (features.md P1). */
export const MILESTONES = [
  'contract',
  'registration',
  'land',
  'start',
  'completion',
  'acceptance',
  'handover',
  'production',
  'output',
] as const;
export type Milestone = (typeof MILESTONES)[number];
