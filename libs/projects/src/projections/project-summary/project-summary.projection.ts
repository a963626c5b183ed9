import { type Sql } from '#libs/database';
import { type Recorded, type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { Versions, continuedStreams, selectRows, upsertRows } from '#libs/read-models';
import { evolveProject } from '../../domain/evolve/evolve-project.js';
import { type ProjectEvent, projectStream } from '../../domain/project.events.js';
import { readersOf } from '../../domain/project.state.js';
import { projectIdOf } from '../project-stream.js';
import { columnsOf, stepsOf } from './columns.js';
import { ProjectStepsRow } from './project-steps.entity.js';
import { PROJECT_SUMMARY, ProjectRow, ProjectStateRow } from './project-summary.entity.js';

/**
 * Each project as it stands now, by the same rules of evolution that commands are decided on; how far it had come, in
 * every version that was known.
 */
export const projectSummaryProjection: Projection = {
  ...PROJECT_SUMMARY,
  entities: [ProjectRow, ProjectStateRow, ProjectStepsRow],
  onPoison: 'park',

  async apply(events, sql) {
    const ofProjects = events.filter(({ stream }) => projectIdOf(stream) !== undefined);
    const states = await knownStates(ofProjects, sql);
    const steps = new Versions(await currentSteps([...states.values()], sql), ({ project }) => project);
    for (const event of ofProjects) {
      const after = stateAfter(states.get(event.stream), event);
      if (!after) continue;
      states.set(event.stream, after);
      steps.put({ project: after.id, ...stepsOf(after.state) }, event.seq);
    }
    const after = [...states.values()];
    await upsertRows(sql, ProjectRow, after.map(rowOf));
    await upsertRows(sql, ProjectStateRow, after);
    await upsertRows(sql, ProjectStepsRow, steps.changed);
  },
};

const rowOf = ({ id, openedSeq, revision, state }: ProjectStateRow): ProjectRow => ({
  id,
  openedSeq,
  revision,
  readers: readersOf(state),
  ...columnsOf(state),
});

async function knownStates(events: readonly SequencedEvent[], sql: Sql): Promise<Map<string, ProjectStateRow>> {
  const ids = continuedStreams(events).map(projectIdOf);
  const rows = ids.length > 0 ? await selectRows(sql, ProjectStateRow, 'id = any($1)', ids) : [];
  return new Map(rows.map((row) => [projectStream(row.id), row]));
}

async function currentSteps(known: readonly ProjectStateRow[], sql: Sql): Promise<ProjectStepsRow[]> {
  const ids = known.map(({ id }) => id);
  return ids.length > 0 ? selectRows(sql, ProjectStepsRow, 'until_seq is null and project = any($1)', ids) : [];
}

/** An event that says nothing of the project still moves its revision; until it is opened there is nothing to show. */
function stateAfter(before: ProjectStateRow | undefined, event: SequencedEvent): ProjectStateRow | undefined {
  const state = evolveProject(before?.state, event as SequencedEvent & Recorded<ProjectEvent>);
  const id = projectIdOf(event.stream);
  if (!state || id === undefined) return undefined;
  return { id, state, openedSeq: before?.openedSeq ?? String(event.seq), revision: String(event.revision) };
}
