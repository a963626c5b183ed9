import { type Actor, requireReach } from '#libs/access';
import { type SubjectRef } from '#libs/values';

/** Nobody's unit: only those who act for the whole city reach it. */
const CITY = '';

/**
 * A target of its own is the city's to set; a part of a unit's target also that unit's (再分解).
 * @throws Refusal ACCESS.UNIT_FORBIDDEN
 */
export const requireSetter = (actor: Actor, parent: SubjectRef | undefined): void =>
  requireReach(actor, parent?.kind === 'unit' ? parent.code : CITY);
