import { refuseUnless } from '#libs/eventsourcing';

/** @throws Refusal APPROVAL.NOTHING_LISTED */
export const refuseEmpty = (items: readonly string[], field: string): void =>
  refuseUnless(items.length > 0, 'invalid', 'APPROVAL.NOTHING_LISTED', '须至少列出一项', field);
