import { type NamedIntroducer } from '#libs/projects';
import { type NamedUnit, type UnitNaming } from '#libs/units';
import { type Day, type Share, type UnitCode, type UnitShare } from '#libs/values';
import { type Lead, viewersOf } from '../../domain/lead.state.js';

interface NamedShare {
  readonly unit: NamedUnit;
  readonly share: Share;
}

/** A lead with its units by name. `referral` is the offer that waits for an answer, `shares` what was agreed. */
export type ShownLead = Omit<
  Lead,
  'unit' | 'capturedUnit' | 'reportedTo' | 'shares' | 'referral' | 'conversion' | 'since' | 'steps' | 'introducer'
> & {
  readonly introducer?: NamedIntroducer;
  readonly unit: NamedUnit;
  readonly capturedUnit: NamedUnit;
  readonly reportedTo: readonly NamedUnit[];
  readonly shares?: readonly NamedShare[];
  readonly referral?: {
    readonly from: NamedUnit;
    readonly to: NamedUnit;
    readonly shares: readonly NamedShare[];
    readonly expiresOn?: Day;
    readonly note?: string;
    readonly offeredOn: Day;
  };
  readonly conversion?: { readonly projectId: string };
};

/** The units that a lead names. */
export const unitsInLead = (lead: Lead): UnitCode[] => [
  ...viewersOf(lead),
  ...(lead.referral ? [lead.referral.fromUnit, ...lead.referral.shares.map(({ unit }) => unit)] : []),
];

export function shownLead(lead: Lead, unitOf: UnitNaming, introducer?: NamedIntroducer): ShownLead {
  const { since, steps, introducer: _, unit, capturedUnit, reportedTo, shares, referral, conversion, ...facts } = lead;
  const named = (parts: readonly UnitShare[]) => parts.map((part) => ({ unit: unitOf(part.unit), share: part.share }));
  return {
    ...facts,
    ...(introducer && { introducer }),
    unit: unitOf(unit),
    capturedUnit: unitOf(capturedUnit),
    reportedTo: reportedTo.map((code) => unitOf(code)),
    shares: shares && named(shares),
    referral: referral && {
      from: unitOf(referral.fromUnit),
      to: unitOf(referral.toUnit),
      shares: named(referral.shares),
      expiresOn: referral.expiresOn,
      note: referral.note,
      offeredOn: referral.occurredOn,
    },
    conversion: conversion && { projectId: conversion.projectId },
  };
}
