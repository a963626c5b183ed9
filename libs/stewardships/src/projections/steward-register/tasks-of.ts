import { type Versioned, overdueSpan } from '#libs/read-models';
import { type Day } from '#libs/values';
import { type FixedTask } from '../../domain/stewardship.state.js';
import { type StewardRow, type TaskRow } from './steward.entity.js';

interface Link {
  readonly row: StewardRow;
  readonly task: FixedTask;
  /** When it was done or set anew. */
  readonly closedOn: Day | null;
}

/**
 * The 六定 that the leaders of one enterprise, park or district were given, each waited for until it is done or set
 * anew, also when the leader has gone: what another took over is one deadline with what was handed on.
 */
export function tasksOf(rows: readonly StewardRow[]): Omit<TaskRow, keyof Versioned>[] {
  const links = rows.flatMap((row) =>
    row.tasks.map((task, index): Link => ({
      row,
      task,
      closedOn: task.done?.on ?? row.tasks[index + 1]?.on ?? null,
    })),
  );
  const byEvent = new Map(links.map((link) => [link.task.eventId, link]));
  const carrying = new Map(links.map((link) => [link.task.carries, link]));
  const lastOf = (link: Link): Link => {
    const next = carrying.get(link.task.eventId);
    return next ? lastOf(next) : link;
  };
  const first = links.filter(({ task: { carries } }) => carries === undefined || !byEvent.has(carries));
  return first.map((link) => deadlineOf(link.task.eventId, lastOf(link)));
}

function deadlineOf(id: string, { row, task, closedOn }: Link): Omit<TaskRow, keyof Versioned> {
  const { stewardship, kind, code, name, unit } = row;
  const { matter, due: dueOn, unit: holder } = task;
  return {
    id,
    stewardship,
    kind,
    code,
    name,
    unit,
    holder,
    matter,
    dueOn,
    closedOn,
    overdue: overdueSpan(dueOn, closedOn),
  };
}
