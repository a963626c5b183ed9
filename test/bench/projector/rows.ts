import type { Sql } from '#libs/database';
import type { SequencedEvent } from '#libs/eventsourcing';
import type { Projection } from '#libs/projections';

/** One statement that adds or replaces rows of a table, with the text of every cell; null where a cell has none. */
export interface Written {
  readonly text: string;
  /** By column. */
  readonly columns: readonly (readonly (string | null)[])[];
}

/** What the projections write for a batch of events, once it is in the database. */
export async function rowsWrittenBy(
  projections: readonly Projection[],
  events: readonly SequencedEvent[],
  sql: Sql,
): Promise<Written[]> {
  const written: Written[] = [];
  const listening: Sql = {
    query(text, values = []) {
      if (!/^\s*(select|with)\b/i.test(text)) written.push({ text, columns: values.map((value) => cellsOf(value)) });
      return sql.query(text, values);
    },
  };
  for (const { apply } of projections) await apply(events, listening);
  return written;
}

/** The cells of an array in Postgres's spelling, in quotes or plain. */
export function cellsOf(value: unknown): (string | null)[] {
  if (typeof value !== 'string') throw new Error('rows are written by arrays, one a column');
  return Array.from(value.matchAll(/"((?:[^"\\]|\\.)*)"|[^{},"]+/gs), ([plain, quoted]) =>
    quoted === undefined ? (plain === 'NULL' ? null : plain) : quoted.replaceAll(/\\(.)/gs, '$1'),
  );
}

/** The opposite of `cellsOf`. */
export const arrayOf = (cells: readonly (string | null)[]): string => `{${cells.map(elementOf).join(',')}}`;

const SPECIAL = /["\\]/;
const elementOf = (cell: string | null): string =>
  cell === null ? 'NULL' : `"${SPECIAL.test(cell) ? cell.replaceAll(/["\\]/g, '\\$&') : cell}"`;
