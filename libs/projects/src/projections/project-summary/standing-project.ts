import { type Sql } from '#libs/database';
import { type Recorded } from '#libs/eventsourcing';
import { type Memory } from '#libs/projections';
import { type Fact, foldKept, selectRows } from '#libs/read-models';
import { evolveProject } from '../../domain/evolve/evolve-project.js';
import { type ProjectEvent } from '../../domain/project.events.js';
import { type Project } from '../../domain/project.state.js';
import { ProjectTaskRow } from './project-task.entity.js';
import { ProjectStepsRow } from './project-steps.entity.js';
import { ProjectFactRow } from './project-summary.entity.js';

/** A project as its events have left it so far, and the seq of the first of them. */
export interface OpenedProject {
  readonly project: Project;
  readonly openedSeq: string;
}

/** The same with the current versions of how far it has come, and of its 六定. */
export interface StandingProject extends OpenedProject {
  readonly steps?: ProjectStepsRow;
  readonly tasks: readonly ProjectTaskRow[];
}

/** What a project is after one more event; undefined until it is opened. The same object when nothing has changed. */
export function evolveOpened(before: OpenedProject | undefined, fact: Fact): OpenedProject | undefined {
  const project = evolveProject(before?.project, fact as Fact & Recorded<ProjectEvent>);
  if (!project || project === before?.project) return before;
  return { project, openedSeq: before?.openedSeq ?? String(fact.seq) };
}

/** Projects by their ids, as they stand in the tables, or stood at the seq `asOf`. */
export const openedProjects = (sql: Sql, ids: readonly string[], asOf?: bigint): Promise<Map<string, OpenedProject>> =>
  foldKept(sql, ProjectFactRow, ids, evolveOpened, asOf);

/** Projects by their ids, as a batch finds them. */
export const standingProjects = (
  ids: Iterable<string>,
  sql: Sql,
  memory: Memory,
): Promise<Map<string, StandingProject>> =>
  memory.recall(ids, async (missing) => {
    const opened = await openedProjects(sql, missing);
    const current = 'until_seq is null and project = any($1)';
    const steps = await selectRows(sql, ProjectStepsRow, current, missing);
    const tasks = Map.groupBy(await selectRows(sql, ProjectTaskRow, current, missing), ({ project }) => project);
    const stepsOf = new Map(steps.map((row) => [row.project, row]));
    return new Map(
      Array.from(opened, ([id, project]) => [id, { ...project, steps: stepsOf.get(id), tasks: tasks.get(id) ?? [] }]),
    );
  });
