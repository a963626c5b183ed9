import { type Actor, requireReach } from '#libs/access';

/** Nobody's unit: only those who act for the whole city reach it. */
const CITY = '';

/** A campaign is the city's to open and to close. @throws Refusal ACCESS.UNIT_FORBIDDEN */
export const requireCity = (actor: Actor): void => requireReach(actor, CITY);
