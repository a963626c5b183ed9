import { type DomainEvent } from '#libs/eventsourcing';
import { type Area, type Day, type Evidence, type Money } from '#libs/values';
import { type Proof } from './proof.js';

/** 内资, 外资. */
export const ORIGINS = ['domestic', 'foreign'] as const;
export type Origin = (typeof ORIGINS)[number];

/** Capital that the contract promises by a day, in 万元; each instalment adds to those before. */
export interface Instalment {
  by: Day;
  amount: Money;
}

/** What a contract says. Amounts in 万元, `landMu` in 亩; the `…By` days are promises, so they may lie in the future. */
export interface Terms {
  contractNo?: string;
  enterprise?: string;
  totalInvestment: Money;
  fixedAssetInvestment: Money;
  registerBy?: Day;
  startBy?: Day;
  completeBy?: Day;
  produceBy?: Day;
  outputPerYear?: Money;
  /** 万元 a year for each 亩. */
  taxPerMu?: Money;
  landMu?: Area;
  capitalSchedule?: Instalment[];
  origin?: Origin;
  /** Where the investor comes from. */
  region?: string;
}

export type ContractSigned = DomainEvent<'ContractSigned', Proof & Terms>;
/** The whole contract as it reads from the day of the amendment on. */
export type ContractAmended = DomainEvent<
  'ContractAmended',
  Terms & { reason: string; evidence: Evidence[]; occurredOn: Day }
>;

/** 投资方, 政府方, 双方协商, 裁判. */
export const TERMINATING_PARTIES = ['investor', 'government', 'both', 'court'] as const;
export type TerminatingParty = (typeof TERMINATING_PARTIES)[number];

/** The contract ends: what was signed stays signed, what it still promised falls due no more. */
export type ContractTerminated = DomainEvent<
  'ContractTerminated',
  { reason: string; by: TerminatingParty; evidence: Evidence[]; occurredOn: Day }
>;

export type ContractEvent = ContractSigned | ContractAmended | ContractTerminated;
