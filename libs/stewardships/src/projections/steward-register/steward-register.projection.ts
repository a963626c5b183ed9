import { type Sql } from '#libs/database';
import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { type Versioned, Versions, continuedStreams, selectRows, upsertRows } from '#libs/read-models';
import { type StewardshipEvent, stewardshipIdOf, stewardshipStream } from '../../domain/stewardship.events.js';
import { ledBy, undone, withTask } from '../../domain/stewardship.state.js';
import { STEWARD_REGISTER, StewardRow, TaskRow } from './steward.entity.js';
import { tasksOf } from './tasks-of.js';

type Content = Omit<StewardRow, keyof Versioned>;
type Said = SequencedEvent & StewardshipEvent;

/** Every leader of an enterprise, park or district (features.md P10), in every version that was known. */
export const stewardRegisterProjection: Projection = {
  ...STEWARD_REGISTER,
  entities: [StewardRow, TaskRow],
  onPoison: 'park',

  async apply(events, sql) {
    const ofStewardships = events.filter(({ stream }) => stream.startsWith(stewardshipStream('')));
    const rows = new Versions(await currentRows(StewardRow, ofStewardships, sql), ({ id }) => id);
    const tasks = new Versions(await currentRows(TaskRow, ofStewardships, sql), ({ id }) => id);
    for (const event of ofStewardships) {
      enter(event as Said, rows);
      enterTasks(event, rows, tasks);
    }
    await upsertRows(sql, StewardRow, rows.changed);
    await upsertRows(sql, TaskRow, tasks.changed);
  },
};

async function currentRows<Row extends StewardRow | TaskRow>(
  entity: new () => Row,
  events: readonly SequencedEvent[],
  sql: Sql,
): Promise<Row[]> {
  const ids = continuedStreams(events).map(stewardshipIdOf);
  return ids.length > 0 ? selectRows(sql, entity, 'until_seq is null and stewardship = any($1)', ids) : [];
}

/** The 六定 of one stewardship, as its leaders' rows now have them. */
function enterTasks({ stream, seq }: SequencedEvent, rows: Versions<StewardRow>, tasks: Versions<TaskRow>): void {
  const ofSame = <Row extends { stewardship: string }>(all: readonly Row[]) =>
    all.filter((row) => row.stewardship === stewardshipIdOf(stream));
  const standing = tasksOf(ofSame(rows.all()));
  const ids = new Set(standing.map(({ id }) => id));
  for (const { id } of ofSame(tasks.all())) if (!ids.has(id)) tasks.end(id, seq);
  for (const task of standing) tasks.put(task, seq);
}

function enter(event: Said, rows: Versions<StewardRow>): void {
  const { id: eventId, seq, type, data } = event;
  const stewardship = stewardshipIdOf(event.stream);
  const ofSame = rows.all().filter((row) => row.stewardship === stewardship);
  const attached = (account: string) => ofSame.find((row) => row.account === account && row.until === null);
  const change = (row: StewardRow | undefined, changes: Partial<Content>) =>
    row && rows.put({ ...contentOf(row), ...changes }, seq);
  switch (type) {
    case 'StewardAttached': {
      const { occurredOn: from, name = null, ...said } = data;
      const last = { until: null, detachedBy: null, tasks: [] };
      return rows.put({ id: eventId, seq: String(seq), stewardship, eventId, name, ...said, from, ...last }, seq);
    }
    case 'StewardCorrected': {
      const { correctsEventId, reason, occurredOn: from, ...said } = data;
      const wrong = ofSame.find((row) => row.eventId === correctsEventId);
      return change(wrong, { ...said, eventId, from, tasks: ledBy(wrong?.tasks ?? [], data.account) });
    }
    case 'StewardDetached':
      return change(attached(data.account), { until: data.occurredOn, detachedBy: eventId });
    case 'StewardTaskFixed': {
      const { occurredOn: on, ...fixed } = data;
      const row = attached(data.leader);
      return change(row, { tasks: [...(row?.tasks ?? []), { ...fixed, eventId, on }] });
    }
    case 'StewardTaskDone': {
      const done = { eventId, on: data.occurredOn };
      for (const row of ofSame)
        rows.put(contentOf(withTask(row, data.taskEventId, (task) => ({ ...task, done }))), seq);
      return;
    }
    case 'StewardedRenamed':
      for (const row of ofSame) rows.put({ ...contentOf(row), name: data.name }, seq);
      return;
    case 'StewardFactVoided':
      for (const row of ofSame) takeBack(data.eventId, row, rows, seq);
  }
}

function takeBack(eventId: string, row: StewardRow, rows: Versions<StewardRow>, seq: bigint): void {
  if (row.eventId === eventId) return rows.end(row.id, seq);
  const detached = row.detachedBy === eventId ? { until: null, detachedBy: null } : {};
  const tasks = row.tasks.filter((task) => task.eventId !== eventId).map((task) => undone(task, eventId));
  rows.put({ ...contentOf(row), ...detached, tasks }, seq);
}

const contentOf = ({ fromSeq, untilSeq, ...content }: StewardRow): Content => content;
