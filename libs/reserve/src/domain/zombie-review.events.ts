import { type DomainEvent } from '#libs/eventsourcing';
import { type Day, type UnitCode } from '#libs/values';

/** One look over the library on a day: which entries stood still for `idleDays` days or more, the stillest first. */
export type ZombiesReviewed = DomainEvent<
  'ZombiesReviewed',
  { on: Day; idleDays: number; unit?: UnitCode; entries: string[]; occurredOn: Day }
>;

export const zombieReviewStream = (id: string): string => `zombie-review-${id}`;
