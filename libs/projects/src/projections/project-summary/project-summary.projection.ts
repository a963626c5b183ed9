import { type SequencedEvent } from '#libs/eventsourcing';
import { Memory, type Projection } from '#libs/projections';
import { type ToKeep, Versions, continuedStreams, keepFacts, keepNames, upsertRows } from '#libs/read-models';
import { projectIdOf } from '../project-stream.js';
import { rowOf, versionOf } from './columns.js';
import { formerly, lastOf } from './formerly.js';
import { ProjectFormerRow } from './project-former.entity.js';
import { ProjectStepsRow } from './project-steps.entity.js';
import { ProjectTaskRow } from './project-task.entity.js';
import { PROJECT_SUMMARY, ProjectFactRow, ProjectNameRow, ProjectRow } from './project-summary.entity.js';
import { type OpenedProject, type StandingProject, evolveOpened, standingProjects } from './standing-project.js';
import { enterTasks } from './tasks-of.js';

/** A project as a batch leaves it, and the revision of its stream. */
type Changed = OpenedProject & Pick<SequencedEvent, 'revision'>;

/**
 * Each project as it stands now, by the same rules of evolution that commands are decided on; how far it had come and
 * what it was looked for by, in every version that was known; what it was and isn't any more; what it was called; what is
 * due by its 六定.
 */
export const projectSummaryProjection: Projection = {
  ...PROJECT_SUMMARY,
  entities: [ProjectRow, ProjectFactRow, ProjectStepsRow, ProjectFormerRow, ProjectNameRow, ProjectTaskRow],
  onPoison: 'park',

  async apply(events, sql, memory = new Memory()) {
    const continued = continuedStreams(events).flatMap((stream) => projectIdOf(stream) ?? []);
    const known = await standingProjects(continued, sql, memory);
    const steps = new Versions(currentSteps(known.values()), ({ project }) => project);
    const tasks = new Versions(
      [...known.values()].flatMap((each) => each.tasks),
      ({ id }) => id,
    );
    const facts: ToKeep[] = [];
    const former: ProjectFormerRow[] = [];
    const named: { id: string; name: string }[] = [];
    const changed = new Map<string, Changed>();
    for (const event of events) {
      const id = projectIdOf(event.stream);
      if (id === undefined) continue;
      const before: OpenedProject | undefined = changed.get(id) ?? known.get(id);
      const after = evolveOpened(before, event);
      // Until it is opened there is nothing to show.
      if (!after) continue;
      // An event that says nothing of the project still moves its revision.
      changed.set(id, { ...after, revision: event.revision });
      if (after === before) continue;
      facts.push({ ...event, subject: id });
      const version = versionOf(after.project);
      const last = steps.get(id);
      if (last) former.push(...formerly(id, last, version, event.seq));
      if (version.name !== last?.name) named.push({ id, name: version.name });
      steps.put({ project: id, projectOpenedSeq: after.openedSeq, ...version }, event.seq);
      enterTasks(id, before?.project, after.project, tasks, event.seq);
    }
    await upsertRows(sql, ProjectRow, Array.from(changed, changedRow));
    await keepFacts(sql, ProjectFactRow, facts);
    await upsertRows(sql, ProjectStepsRow, steps.changed);
    await upsertRows(sql, ProjectFormerRow, lastOf(former));
    await keepNames(sql, ProjectNameRow, named);
    await upsertRows(sql, ProjectTaskRow, tasks.changed);
    for (const [id, { project, openedSeq }] of changed) {
      const ofProject = project.responsibilities.flatMap(({ eventId }) => tasks.get(eventId) ?? []);
      memory.keep(id, { project, openedSeq, steps: steps.get(id), tasks: ofProject } satisfies StandingProject);
    }
  },
};

const currentSteps = (projects: Iterable<StandingProject>): ProjectStepsRow[] =>
  [...projects].flatMap(({ steps }) => steps ?? []);

const changedRow = ([id, { project, openedSeq, revision }]: [string, Changed]): ProjectRow =>
  rowOf(id, project, { openedSeq, revision: String(revision) });
