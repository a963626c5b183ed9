import { type Sql } from '#libs/database';
import { type Recorded, type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { continuedStreams, selectRows, upsertRows } from '#libs/read-models';
import { type ProjectEvent, projectStream } from '../../domain/project.events.js';
import { evolveProject } from '../../domain/project.state.js';
import { projectIdOf } from '../project-stream.js';
import { type Entry, entryOf, rowOf } from './project-entry.js';
import { PROJECT_SUMMARY, ProjectRow } from './project-summary.entity.js';

/** Each project as it stands now, by the same rules of evolution that commands are decided on. */
export const projectSummaryProjection: Projection = {
  ...PROJECT_SUMMARY,
  entities: [ProjectRow],
  onPoison: 'park',

  async apply(events, sql) {
    const ofProjects = events.filter(({ stream }) => projectIdOf(stream) !== undefined);
    const entries = await knownEntries(ofProjects, sql);
    for (const event of ofProjects) {
      const entry = entryAfter(entries.get(event.stream), event);
      if (entry) entries.set(event.stream, entry);
    }
    await upsertRows(sql, ProjectRow, Array.from(entries.values(), rowOf));
  },
};

async function knownEntries(events: readonly SequencedEvent[], sql: Sql): Promise<Map<string, Entry>> {
  const ids = continuedStreams(events).map(projectIdOf);
  const rows = ids.length > 0 ? await selectRows(sql, ProjectRow, 'id = any($1)', ids) : [];
  return new Map(rows.map((row) => [projectStream(row.id), entryOf(row)]));
}

/** An event that says nothing of the project still moves its revision; until it is opened there is nothing to show. */
function entryAfter(entry: Entry | undefined, event: SequencedEvent): Entry | undefined {
  if (!entry && event.type !== 'ProjectOpened') return undefined;
  const project = evolveProject(entry?.project, event as SequencedEvent & Recorded<ProjectEvent>) ?? entry?.project;
  const id = projectIdOf(event.stream);
  if (!project || id === undefined) return undefined;
  return { id, project, openedSeq: entry?.openedSeq ?? String(event.seq), revision: event.revision };
}
