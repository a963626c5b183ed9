/** What a column of a row can hold; objects go into JSON columns. */
export type Cell = string | number | bigint | boolean | object | null | undefined;

const SPECIAL = /["\\]/;

/** Values as the text of a Postgres array of any type. `pg` does the same in several times the time. */
export const arrayLiteral = (values: readonly Cell[]): string => `{${values.map(element).join(',')}}`;

function element(value: Cell): string {
  if (value === null || value === undefined) return 'NULL';
  const text = textOf(value);
  return SPECIAL.test(text) ? `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"` : `"${text}"`;
}

function textOf(value: NonNullable<Cell>): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
