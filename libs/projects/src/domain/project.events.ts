import { type DomainEvent } from '#libs/eventsourcing';
import { type Day, type Evidence, type Grade, type Money, type UnitCode } from '#libs/values';

/** The day a milestone was reached, what proves it, and how far. */
interface Proof {
  occurredOn: Day;
  evidence: Evidence[];
  grade: Grade;
}

export type ProjectOpened = DomainEvent<
  'ProjectOpened',
  { name: string; unit: UnitCode; place?: string; chain?: string; leadId?: string; occurredOn: Day }
>;
/** Amounts in 万元; the `…By` days are promises, so they may lie in the future. */
export type ContractSigned = DomainEvent<
  'ContractSigned',
  Proof & {
    contractNo?: string;
    enterprise?: string;
    totalInvestment: Money;
    fixedAssetInvestment: Money;
    startBy?: Day;
    completeBy?: Day;
    produceBy?: Day;
    outputPerYear?: Money;
  }
>;
/** `mu` is the parcel's area in 亩, as decimal text. */
export type LandSecured = DomainEvent<'LandSecured', Proof & { parcel: string; mu: string }>;
export type ConstructionStarted = DomainEvent<'ConstructionStarted', Proof>;
/** 达产: a year's output (万元) has reached what the contract promised. */
export type DesignCapacityReached = DomainEvent<'DesignCapacityReached', Proof & { outputPerYear: Money }>;
/** A recorded milestone is void from now on, for every count; what was known before stays visible. */
export type FigureVoided = DomainEvent<
  'FigureVoided',
  { eventId: string; milestone: Milestone; finding: string; occurredOn: Day }
>;

export const MILESTONES = ['contract', 'land', 'start', 'output'] as const;
export type Milestone = (typeof MILESTONES)[number];

export type ProjectEvent =
  ProjectOpened | ContractSigned | LandSecured | ConstructionStarted | DesignCapacityReached | FigureVoided;

export const projectStream = (id: string): string => `project-${id}`;
