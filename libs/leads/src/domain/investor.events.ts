import { type DomainEvent } from '#libs/eventsourcing';
import { type CreditCode, type Day } from '#libs/values';

/** Whoever has this credit code is the investor whose first contacts stand in `stream`, whatever name is written. */
export type InvestorIdentified = DomainEvent<
  'InvestorIdentified',
  { readonly creditCode: CreditCode; readonly enterprise: string; readonly stream: string }
>;

/** The code belongs to `enterprise` and its `stream`, not to what `correctsEventId` says. Claims made before stay. */
export type InvestorCorrected = DomainEvent<
  'InvestorCorrected',
  InvestorIdentified['data'] & { readonly correctsEventId: string; readonly reason: string; readonly occurredOn: Day }
>;
export type InvestorEvent = InvestorIdentified | InvestorCorrected;
