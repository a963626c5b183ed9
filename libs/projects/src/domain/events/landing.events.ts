import { type DomainEvent } from '#libs/eventsourcing';
import { type Area, type CreditCode, type Money } from '#libs/values';
import { type Proof } from './proof.js';

/** `capital` is the registered capital in 万元. */
export type EnterpriseRegistered = DomainEvent<
  'EnterpriseRegistered',
  Proof & { enterprise: string; creditCode?: CreditCode; capital?: Money }
>;

/** 招标, 拍卖, 挂牌, 协议, 划拨, 租赁, 转让. */
export const LAND_METHODS = ['tender', 'auction', 'listing', 'agreement', 'allocation', 'lease', 'transfer'] as const;
export type LandMethod = (typeof LAND_METHODS)[number];

/** `mu` is the parcel's area in 亩, `price` its whole price in 万元, as decimal text. */
export type LandSecured = DomainEvent<
  'LandSecured',
  Proof & { parcel: string; mu: Area; method?: LandMethod; price?: Money }
>;

export type LandingEvent = EnterpriseRegistered | LandSecured;
