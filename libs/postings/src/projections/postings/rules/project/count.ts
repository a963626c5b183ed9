import { type ProjectMetric, type Reached } from '#libs/projects';
import { type Day, type EvidenceKind, type Grade, Decimal } from '#libs/values';

/** So much of a metric, for the whole project, on a day; who is credited comes later. */
export interface Count {
  readonly metric: ProjectMetric;
  /** Which of several: '' where a project has only one. */
  readonly item: string;
  readonly day: Day;
  /** Decimal text; one for a count of projects. */
  readonly amount: string;
  /** The event that recorded it. */
  readonly factId: string;
  readonly grade: Grade | null;
  readonly evidence: readonly EvidenceKind[] | null;
}

/** One project that has reached something. */
export const reachedCount = (metric: ProjectMetric, { on, eventId, grade, evidence }: Reached, item = ''): Count => ({
  metric,
  item,
  day: on,
  amount: '1',
  factId: eventId,
  grade,
  evidence,
});

/** An amount of 万元, people or the like; nothing when it is zero. */
export const amountCount = (
  metric: ProjectMetric,
  { on, eventId }: { readonly on: Day; readonly eventId: string },
  amount: Decimal.Value,
  { item = '', grade = null, evidence = null }: Partial<Pick<Count, 'item' | 'grade' | 'evidence'>> = {},
): Count[] => {
  const value = new Decimal(amount);
  if (value.isZero()) return [];
  return [{ metric, item, day: on, amount: value.toFixed(), factId: eventId, grade, evidence }];
};
