import { type Project, unitOn } from '#libs/projects';
import { type Day, type UnitShare, Decimal } from '#libs/values';

/**
 * Who is credited with what part of a metric on a day: by the division in force (features.md L6), the last one recorded
 * for that day and metric; else the unit that answered. Whoever takes over a project takes over its part of a division.
 */
export function holdersOn(project: Project, metric: string, day: Day): UnitShare[] {
  const division = project.divisions.findLast(
    ({ from, until, metrics }) =>
      from <= day && (until === undefined || day <= until) && (metrics?.includes(metric) ?? true),
  );
  const answering = unitOn(project, day);
  if (!division) return [{ unit: answering, share: '1' }];
  const before = unitOn(project, division.from);
  const shares = new Map<string, Decimal>();
  for (const { unit, share } of division.shares) {
    const holder = unit === before ? answering : unit;
    shares.set(holder, (shares.get(holder) ?? new Decimal(0)).plus(share));
  }
  return Array.from(shares, ([unit, share]) => ({ unit, share: share.toFixed() }));
}
