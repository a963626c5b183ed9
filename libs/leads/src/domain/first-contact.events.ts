import { type DomainEvent } from '#libs/eventsourcing';
import { type CreditCode, type Day, type Evidence, type UnitCode } from '#libs/values';

/** A unit says that it met the investor first, on `contactOn`, through its lead. `unit` claims. */
export type FirstContactClaimed = DomainEvent<
  'FirstContactClaimed',
  {
    leadId: string;
    unit: UnitCode;
    enterprise: string;
    creditCode?: CreditCode;
    contactOn: Day;
    evidence: Evidence[];
    occurredOn: Day;
  }
>;
/** The claim through this lead was made by mistake, or is untrue: it counts no more. */
export type FirstContactClaimVoided = DomainEvent<
  'FirstContactClaimVoided',
  { leadId: string; reason: string; occurredOn: Day }
>;
/** The investor's first contact is decided for `unit` and its lead. */
export type FirstContactSettled = DomainEvent<
  'FirstContactSettled',
  { leadId: string; unit: UnitCode; reason: string; occurredOn: Day }
>;
/** The decision stands no more: the claims are as open as before it. */
export type FirstContactReopened = DomainEvent<'FirstContactReopened', { reason: string; occurredOn: Day }>;
export type FirstContactEvent =
  FirstContactClaimed | FirstContactClaimVoided | FirstContactSettled | FirstContactReopened;
