import { type AsOf } from '../api.js';

/** How many stand at a place, and their investment in 万元. */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly count: number;
  readonly investment: string;
}

export interface Pipeline {
  readonly asOf: AsOf;
  readonly leads: readonly Place[];
  readonly stages: readonly Place[];
  /** Of all stages, those whose works stand still. */
  readonly halted: Place;
  /** These stand in no stage. */
  readonly ended: readonly Place[];
}

/** How many of the cohort have come to a step. Shares are per cent, days medians. */
export interface FunnelStep {
  readonly code: string;
  readonly name: string;
  readonly count: number;
  readonly ofCohort?: string;
  readonly ofPrevious?: string;
  readonly daysFromFirst?: number;
  readonly daysFromPrevious?: number;
}

export interface Funnel {
  readonly asOf: AsOf;
  readonly period: { readonly from: string; readonly to: string };
  readonly steps: readonly FunnelStep[];
}
