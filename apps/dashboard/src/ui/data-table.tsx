import { type ReactNode } from 'react';

/** A column of a table: what it is called and what it says of a row. */
export interface Column<Row> {
  /** Empty for a picture beside the figure to its left. */
  readonly name: string;
  /** How it is set; `head` names the row, `short` stays on one line. */
  readonly as?: 'head' | 'number' | 'day' | 'short' | 'bar' | 'text';
  readonly cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  /** What the table lists, for those who can't see where it stands. */
  readonly caption: string;
  readonly className?: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly rowClass?: (row: Row) => string | undefined;
}

const CLASSES = {
  head: undefined,
  number: 'number',
  day: 'day',
  short: 'short',
  bar: 'bar-cell',
  text: undefined,
} as const;

/** Rows under named columns. */
export function DataTable<Row>({ caption, className = 'list', columns, rows, keyOf, rowClass }: Props<Row>) {
  return (
    <table className={`grid ${className}`}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ name, as = 'text' }, index) => (
            <th
              key={index}
              scope="col"
              className={as === 'number' || as === 'bar' ? CLASSES[as] : undefined}
              aria-hidden={name === '' || undefined}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className={rowClass?.(row)}>
            {columns.map(({ name, as = 'text', cell }, index) =>
              as === 'head' ? (
                <th key={index} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={index} className={CLASSES[as]} aria-hidden={name === '' || undefined}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
