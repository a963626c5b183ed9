const SPECIAL = /["\\]/;

/** Values as the text of a Postgres array of any type; objects as JSON. `pg` does the same in several times the time. */
export const arrayLiteral = (values: readonly unknown[]): string => `{${values.map(element).join(',')}}`;

function element(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  const text = textOf(value);
  return SPECIAL.test(text) ? `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"` : `"${text}"`;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value as number | bigint | boolean);
}
