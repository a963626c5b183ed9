import { type Sql } from '#libs/database';
import { type SequencedEvent } from '#libs/eventsourcing';
import { leadStream } from '#libs/leads';
import { type Memory } from '#libs/projections';
import { projectIdOf } from '#libs/projects';
import { type Entity, continuedStreams, foldKept, selectRows } from '#libs/read-models';
import { type UnitMerged, unitCodeOf } from '#libs/units';
import { ProjectFactRow, SubjectRow, UnitAccountRow } from './account.entities.js';
import { Accounts } from './accounts.js';
import { Books, bySeq } from './books.js';
import { MOVED, OF_NO_PROJECT, PostingRow } from './posting.entity.js';
import { type Account, evolveAccount } from './rules/project/planned-starts.js';
import { followProjects, projectConcerned } from './rules/project/project-changes.js';

/** Reads what the ledger already knows of a batch's streams and units, where that isn't in mind. */
export async function openBooks(events: readonly SequencedEvent[], sql: Sql, memory: Memory): Promise<Books> {
  const others = continuedStreams(events).filter((stream) => projectIdOf(stream) === undefined);
  const projects = await knownProjects(events, sql, memory);
  const changes = followProjects(events, projects);
  const fallenIn = [...changes.fallenIn].filter((project) => projects.has(project));
  const outlived = events.some(({ type }) => type === 'UnitEndVoided');
  const mergers = events.filter((event): event is SequencedEvent<UnitMerged> => event.type === 'UnitMerged');
  return new Books({
    accounts: await unitAccounts(sql, memory),
    subjects: await knownLeads(others, sql, memory),
    changes,
    postings: distinct([
      ...(outlived ? await selectRows(sql, PostingRow, MOVED) : []),
      ...(await inheritable(mergers, sql)),
      ...(await rowsOf(sql, PostingRow, 'project', fallenIn)),
      ...(await rowsOf(sql, PostingRow, `${OF_NO_PROJECT} and stream`, others)),
    ]).sort(bySeq),
  });
}

const rowsOf = <Row extends object>(sql: Sql, entity: Entity<Row>, key: string, values: string[]): Promise<Row[]> =>
  values.length > 0 ? selectRows(sql, entity, `${key} = any($1)`, values) : Promise.resolve([]);

/** What mergers may move: entries of the merged units from the day of the first merger on. A city merges once in years. */
async function inheritable(mergers: readonly SequencedEvent<UnitMerged>[], sql: Sql): Promise<PostingRow[]> {
  if (mergers.length === 0) return [];
  const units = mergers.map(({ stream }) => unitCodeOf(stream));
  const [first] = mergers.map(({ data }) => data.from).sort();
  return selectRows(sql, PostingRow, 'unit = any($1) and day >= $2', units, first);
}

const ALL_UNITS = 'unit accounts';

/** Of all units: a city has some hundred of them, and they seldom change. */
async function unitAccounts(sql: Sql, memory: Memory): Promise<Accounts> {
  const known = await memory.recall([ALL_UNITS], async () => {
    const rows = await selectRows(sql, UnitAccountRow, 'true order by seq');
    return new Map([[ALL_UNITS, new Accounts(rows)]]);
  });
  return known.get(ALL_UNITS)!;
}

async function knownLeads(streams: readonly string[], sql: Sql, memory: Memory): Promise<SubjectRow[]> {
  const leads = streams.filter((stream) => stream.startsWith(leadStream('')));
  const known = await memory.recall(leads, async (missing) => {
    const rows = await rowsOf(sql, SubjectRow, 'stream', missing);
    return new Map(rows.map((row) => [row.stream, row]));
  });
  return [...known.values()];
}

/** The projects that a batch is about, as it finds them, by id; those that it opens weren't there. */
function knownProjects(events: readonly SequencedEvent[], sql: Sql, memory: Memory): Promise<Map<string, Account>> {
  const concerned = new Set(events.flatMap((event) => projectConcerned(event) ?? []));
  for (const { stream, revision } of events) if (revision === 0n) concerned.delete(projectIdOf(stream) ?? '');
  return memory.recall(concerned, (ids) => foldKept(sql, ProjectFactRow, ids, evolveAccount));
}

/** An entry may be asked for twice: for its stream, and for having moved. */
const distinct = (rows: readonly PostingRow[]): PostingRow[] => [
  ...new Map(rows.map((row) => [`${row.seq}.${row.line}`, row])).values(),
];
