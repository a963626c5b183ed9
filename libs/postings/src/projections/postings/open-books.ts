import { type Sql } from '#libs/database';
import { type SequencedEvent } from '#libs/eventsourcing';
import { type Memory } from '#libs/projections';
import { type Project, projectIdOf } from '#libs/projects';
import { type Entity, continuedStreams, foldKept, selectRows, tableOf } from '#libs/read-models';
import { unitStream } from '#libs/units';
import { type UnitCode, type UnitShare } from '#libs/values';
import { ProjectFactRow, SubjectRow, UnitAccountRow } from './account.entities.js';
import { Books } from './books.js';
import { MOVED, OF_NO_PROJECT, PostingRow } from './posting.entity.js';
import { type Account, evolveAccount } from './rules/project/planned-starts.js';
import { followProjects, projectConcerned } from './rules/project/project-changes.js';

/** Reads what the ledger already knows of a batch's streams and units: at most one query a table. */
export async function openBooks(events: readonly SequencedEvent[], sql: Sql, memory: Memory): Promise<Books> {
  const rowsOf = <Row extends object>(entity: Entity<Row>, key: string, values: readonly string[]): Promise<Row[]> =>
    values.length > 0 ? selectRows(sql, entity, `${key} = any($1)`, values) : Promise.resolve([]);

  const streams = continuedStreams(events);
  const others = streams.filter((stream) => projectIdOf(stream) === undefined);
  const subjects = await rowsOf(SubjectRow, 'stream', streams);
  const accounts = await knownAccounts(events, sql, memory);
  const changes = followProjects(events, accounts);
  const fallenIn = [...changes.fallenIn].filter((project) => accounts.has(project));
  const outlived = events.some(({ type }) => type === 'UnitEndVoided');
  const moved = outlived ? await selectRows(sql, PostingRow, MOVED) : [];
  const codes = new Set([
    ...moved.map(({ holder }) => holder),
    ...(outlived ? events.flatMap(unitOfStream) : []),
    ...events.flatMap(unitsNamedIn),
    ...subjects.map(({ unit }) => unit),
    ...[...accounts.values()].flatMap(unitsOf),
  ]);
  return new Books({
    subjects,
    changes,
    units: codes.size > 0 ? await selectRows(sql, UnitAccountRow, WITH_HEIRS, [...codes]) : [],
    postings: distinct([
      ...moved,
      ...(await rowsOf(PostingRow, 'project', fallenIn)),
      ...(await rowsOf(PostingRow, `${OF_NO_PROJECT} and stream`, others)),
    ]).sort(bySeq),
  });
}

/** The projects that a batch is about, as it finds them, by id; those that it opens weren't there. */
function knownAccounts(events: readonly SequencedEvent[], sql: Sql, memory: Memory): Promise<Map<string, Account>> {
  const concerned = new Set(events.flatMap((event) => projectConcerned(event) ?? []));
  for (const { stream, revision } of events) if (revision === 0n) concerned.delete(projectIdOf(stream) ?? '');
  return memory.recall(concerned, (ids) => foldKept(sql, ProjectFactRow, ids, evolveAccount));
}

/** An entry may be asked for twice: for its stream, and for having moved. */
const distinct = (rows: readonly PostingRow[]): PostingRow[] => [
  ...new Map(rows.map((row) => [`${row.seq}.${row.line}`, row])).values(),
];

const bySeq = (a: PostingRow, b: PostingRow): number => Number(BigInt(a.seq) - BigInt(b.seq)) || a.line - b.line;

const ACCOUNT = tableOf(UnitAccountRow).name;

/** The accounts of the units `$1`, and of those that they have merged into, one after another. */
const WITH_HEIRS = `code in (
  with recursive named(code) as (
    select unnest($1::text[])
    union select merged_into from ${ACCOUNT} join named using (code) where merged_into is not null
  )
  select code from named
) order by seq`;

const unitOfStream = ({ stream }: SequencedEvent): UnitCode[] =>
  stream.startsWith(unitStream('')) ? [stream.slice(unitStream('').length)] : [];

/** The units that an event may make the ledger post under; also the one into which another merges. */
const unitsNamedIn = ({ data }: SequencedEvent): UnitCode[] => [
  ...(['unit', 'into', 'toUnit'] as const).flatMap((key) => {
    const value = (data as Partial<Record<typeof key, unknown>>)[key];
    return typeof value === 'string' ? [value] : [];
  }),
  ...('shares' in data ? (data.shares as UnitShare[]).map(({ unit }) => unit) : []),
];

/** The units that a project's entries are posted under. */
const unitsOf = ({ tenures, divisions }: Project): UnitCode[] => [
  ...tenures.map(({ unit }) => unit),
  ...divisions.flatMap(({ shares }) => shares.map(({ unit }) => unit)),
];
