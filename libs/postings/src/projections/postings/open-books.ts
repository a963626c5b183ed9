import { type Sql } from '#libs/database';
import { type SequencedEvent } from '#libs/eventsourcing';
import { projectIdOf } from '#libs/projects';
import { type Entity, continuedStreams, selectRows } from '#libs/read-models';
import { type UnitCode } from '#libs/values';
import { SubjectRow, UnitAccountRow } from './account.entities.js';
import { Books } from './books.js';
import { PostingRow } from './posting.entity.js';

/** Reads what the ledger already knows of a batch's streams and units: at most one query a table. */
export async function openBooks(events: readonly SequencedEvent[], sql: Sql): Promise<Books> {
  const rowsOf = <Row extends object>(entity: Entity<Row>, key: string, values: readonly string[]): Promise<Row[]> =>
    values.length > 0 ? selectRows(sql, entity, `${key} = any($1)`, values) : Promise.resolve([]);

  const streams = continuedStreams(events);
  const projects = streams.flatMap((stream) => projectIdOf(stream) ?? []);
  const subjects = await rowsOf(SubjectRow, 'stream', streams);
  const codes = new Set([...events.flatMap(unitNamedIn), ...subjects.map(({ unit }) => unit)]);
  return new Books({
    subjects,
    units: await rowsOf(UnitAccountRow, 'code', [...codes]),
    postings: (await rowsOf(PostingRow, 'project', projects)).sort(bySeq),
  });
}

const bySeq = (a: PostingRow, b: PostingRow): number => Number(BigInt(a.seq) - BigInt(b.seq)) || a.line - b.line;

const unitNamedIn = ({ data }: SequencedEvent): UnitCode[] =>
  'unit' in data && typeof data.unit === 'string' ? [data.unit] : [];
