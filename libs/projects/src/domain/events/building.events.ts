import { type DomainEvent } from '#libs/eventsourcing';
import { type Day, type Evidence, type Money, type Month } from '#libs/values';
import { type Origin } from './contract.events.js';
import { type Proof } from './proof.js';

export type ConstructionStarted = DomainEvent<'ConstructionStarted', Proof>;
/** 竣工: the works are done. */
export type ConstructionCompleted = DomainEvent<'ConstructionCompleted', Proof>;
/** 竣工验收. */
export type AcceptancePassed = DomainEvent<'AcceptancePassed', Proof>;
/** 资产移交. */
export type AssetsHandedOver = DomainEvent<'AssetsHandedOver', Proof & { receiver?: string }>;
/** 投产, 开业; trial production counts from its own day. */
export type ProductionStarted = DomainEvent<'ProductionStarted', Proof>;

/** A month's completed investment (万元, of that month alone) and how far the works are: words, and per cent in all. */
export type ProgressReported = DomainEvent<
  'ProgressReported',
  { month: Month; investment: Money; physicalProgress?: string; physicalPercent?: number; occurredOn: Day }
>;

/** Currencies of capital, by their ISO 4217 code. */
export const CURRENCIES = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'TWD', 'GBP', 'SGD', 'KRW', 'MOP'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** `amount` in 万 of the currency; `rate` is CNY for one of it (1 for CNY); `origin` says whether it is 内资 or 外资. */
export type CapitalArrived = DomainEvent<
  'CapitalArrived',
  { amount: Money; currency: Currency; rate: string; origin: Origin; evidence: Evidence[]; occurredOn: Day }
>;

/** Works stop; the contract's clocks do not. */
export type ProjectSuspended = DomainEvent<
  'ProjectSuspended',
  { cause: string; forceMajeure: boolean; occurredOn: Day }
>;
export type ProjectResumed = DomainEvent<'ProjectResumed', { note?: string; occurredOn: Day }>;

export type BuildingEvent =
  | ConstructionStarted
  | ConstructionCompleted
  | AcceptancePassed
  | AssetsHandedOver
  | ProductionStarted
  | ProgressReported
  | CapitalArrived
  | ProjectSuspended
  | ProjectResumed;
