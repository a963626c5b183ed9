/** A fault in a scheme: where (`indicators[2].shape.base`, empty for the whole), a stable code, a Chinese sentence. */
export interface SchemeProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * Reports what is wrong with the form of a JSON value found at `path`. Never throws, whatever the value is. `schema` says
 * the same to machines, as far as JSON Schema can.
 */
export interface Check {
  (value: unknown, path: string, problems: SchemeProblem[]): void;
  readonly schema: JsonSchema;
}

type Run = (value: unknown, path: string, problems: SchemeProblem[]) => void;

/** A check by a function, with the schema that says the same. */
export const checkBy = (schema: JsonSchema, run: Run): Check =>
  Object.assign<Run, { schema: JsonSchema }>((value, path, problems) => run(value, path, problems), { schema });

/** A check by a plain condition; `must` completes the sentence “此处须为…”. */
export const satisfies = (holds: (value: unknown) => boolean, must: string, schema: JsonSchema = {}): Check =>
  checkBy({ ...schema, description: must.trim() }, (value, path, problems) => {
    if (!holds(value)) problems.push({ field: path, code: 'SCHEME.VALUE', message: `此处须为${must}` });
  });

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
