import { type DomainEvent } from '#libs/eventsourcing';
import { type Day, type UnitCode } from '#libs/values';

/** From a day on a unit stands under another, or under none. */
export type UnitPlaced = DomainEvent<'UnitPlaced', { unit: UnitCode; parent?: UnitCode; from: Day; occurredOn: Day }>;

/** Who stands under whom is one stream: that nobody stands under himself can't be seen from any unit's own. */
export const HIERARCHY_STREAM = 'hierarchy-units';
