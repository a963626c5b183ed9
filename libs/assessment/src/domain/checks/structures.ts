import { type Check, type JsonSchema, type SchemeProblem, checkBy, isObject } from './check.js';

type Fields = Readonly<Record<string, Check>>;

const member = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

const schemasOf = (fields: Fields): JsonSchema =>
  Object.fromEntries(Object.entries(fields).map(([key, { schema }]) => [key, schema]));

/** An object with exactly these fields: all of `required`, any of `optional`, no other. */
export const record = (required: Fields, optional: Fields = {}): Check => {
  const properties = schemasOf({ ...required, ...optional });
  const schema = { type: 'object', properties, required: Object.keys(required), additionalProperties: false };
  return checkBy(schema, (value, path, problems) => {
    if (!isObject(value)) {
      problems.push({ field: path, code: 'SCHEME.VALUE', message: '此处须为对象' });
      return;
    }
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(required, key) && !Object.hasOwn(optional, key)) {
        problems.push({ field: member(path, key), code: 'SCHEME.UNKNOWN_FIELD', message: '没有这个字段' });
      }
    }
    for (const [key, check] of Object.entries(required)) {
      if (Object.hasOwn(value, key)) check(value[key], member(path, key), problems);
      else problems.push({ field: member(path, key), code: 'SCHEME.MISSING_FIELD', message: '缺少必填字段' });
    }
    for (const [key, check] of Object.entries(optional)) {
      if (Object.hasOwn(value, key)) check(value[key], member(path, key), problems);
    }
  });
};

/** An object whose `kind` says which of the checks applies; they see it whole, `kind` included. */
export const byKind = (kinds: Fields): Check =>
  checkBy({ oneOf: Object.values(kinds).map(({ schema }) => schema) }, (value, path, problems) => {
    const kind = isObject(value) && Object.hasOwn(value, 'kind') ? value.kind : undefined;
    if (typeof kind === 'string' && Object.hasOwn(kinds, kind)) kinds[kind]?.(value, path, problems);
    else {
      const message = `此处须为对象，其 kind 为以下之一：${Object.keys(kinds).join('、')}`;
      problems.push({ field: member(path, 'kind'), code: 'SCHEME.UNKNOWN_KIND', message });
    }
  });

/** A list of `min` to `max` items. */
export const listOf = (item: Check, min: number, max: number): Check =>
  checkBy({ type: 'array', items: item.schema, minItems: min, maxItems: max }, (value, path, problems) => {
    if (!Array.isArray(value) || value.length < min || value.length > max) {
      problems.push({ field: path, code: 'SCHEME.VALUE', message: `此处须为 ${min} 至 ${max} 项的数组` });
      return;
    }
    // Not forEach, which passes over holes.
    for (const [index, each] of value.entries()) item(each, `${path}[${index}]`, problems);
  });

/** An object used as a table: keys of one form, values of another, at most `max`. */
export const tableOf = (isKey: (key: string) => boolean, keyForm: string, item: Check, max: number): Check =>
  checkBy(
    { type: 'object', additionalProperties: item.schema, maxProperties: max, description: `键为${keyForm}` },
    (value, path, problems) => {
      if (!isObject(value) || Object.keys(value).length > max) {
        problems.push({ field: path, code: 'SCHEME.VALUE', message: `此处须为至多 ${max} 项的对象` });
        return;
      }
      for (const [key, each] of Object.entries(value)) {
        if (isKey(key)) item(each, member(path, key), problems);
        else problems.push({ field: member(path, key), code: 'SCHEME.VALUE', message: `键须为${keyForm}` });
      }
    },
  );

/** Passes when either check does; otherwise says what `must` be there. */
export const either = (first: Check, second: Check, must: string): Check =>
  checkBy({ anyOf: [first.schema, second.schema] }, (value, path, problems) => {
    const passes = (check: Check): boolean => {
      const found: SchemeProblem[] = [];
      check(value, path, found);
      return found.length === 0;
    };
    if (!passes(first) && !passes(second))
      problems.push({ field: path, code: 'SCHEME.VALUE', message: `此处须为${must}` });
  });

/** One check or another, by what the value looks like: unlike `either` it tells the faults that the one finds. */
export const chosenBy = (isFirst: (value: unknown) => boolean, first: Check, second: Check): Check =>
  checkBy({ anyOf: [first.schema, second.schema] }, (value, path, problems) =>
    (isFirst(value) ? first : second)(value, path, problems),
  );

/** Stands for a check that stands in itself; its schema refers to a definition of that name. */
export const referring = (name: string, to: () => Check): Check =>
  checkBy({ $ref: `#/$defs/${name}` }, (value, path, problems) => to()(value, path, problems));
