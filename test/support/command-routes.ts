import { readFileSync } from 'node:fs';
import { derivedId } from '#libs/values';

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly example?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}

/** A route that takes a command, and what its body has to be, as the OpenAPI document says. */
export interface CommandRoute {
  readonly path: string;
  readonly body: Schema;
}

/** One thing wrong with a value, at `field` (a JSON path; empty for the value itself). */
interface Fault {
  readonly field: string;
  readonly what: string;
  readonly value: unknown;
}

interface Document {
  readonly paths: Readonly<
    Record<string, { post?: { requestBody: { content: { 'application/json': { schema: Schema } } } } }>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Document;

const resolved = (schema: Schema): Schema => {
  const { $ref, allOf, ...own } = schema;
  const [base] = allOf ?? [];
  if (base) return { ...own, ...resolved(base) };
  return $ref === undefined ? schema : resolved(document.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {});
};

/** Every route that takes a command. */
export const commandRoutes = (): CommandRoute[] =>
  Object.entries(document.paths).flatMap(([path, { post }]) =>
    post ? [{ path, body: resolved(post.requestBody.content['application/json'].schema) }] : [],
  );

function textOf({ enum: choices, format, example, pattern }: Schema): string {
  if (choices?.[0] !== undefined) return choices[0];
  if (format === 'date') return '2022-03-01';
  if (format === 'uuid') return derivedId('sample', 'id');
  if (pattern?.includes('{64}')) return 'a'.repeat(64);
  return example ?? (pattern === undefined ? '示例' : 'luan-01');
}

/** A value that a schema allows: with every optional field, or with none. */
export function sampleOf(given: Schema, optional: boolean): unknown {
  const schema = resolved(given);
  if (schema.properties) {
    const { properties, required = [] } = schema;
    const named = Object.entries(properties).filter(([name]) => optional || required.includes(name));
    return Object.fromEntries(named.map(([name, part]) => [name, sampleOf(part, optional)]));
  }
  switch (schema.type) {
    case 'array':
      return [sampleOf(schema.items ?? {}, optional)];
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'string':
      return textOf(schema);
    default:
      return {};
  }
}

const fault = (what: string, value: unknown, field = ''): Fault => ({ field, what, value });

function textFaults({ maxLength, enum: choices, format, pattern }: Schema): Fault[] {
  const form = choices ?? format ?? pattern;
  return [
    fault('a number', 7),
    fault('nothing', ''),
    ...(maxLength === undefined ? [] : [fault('too long', '长'.repeat(maxLength + 1))]),
    ...(form === undefined ? [fault('a line break', 'a\nb')] : [fault('another form', '不是这种写法')]),
    ...(format === 'date' ? [fault('a day that the calendar lacks', '2022-02-30')] : []),
  ];
}

const numberFaults = ({ minimum, maximum, type }: Schema): Fault[] => [
  fault('text', '1'),
  ...(type === 'integer' ? [fault('a fraction', 1.5)] : []),
  ...(minimum === undefined ? [] : [fault('too small', minimum - 1)]),
  ...(maximum === undefined ? [] : [fault('too large', maximum + 1)]),
];

function listFaults({ items = {}, maxItems, uniqueItems }: Schema): Fault[] {
  const item = sampleOf(items, true);
  const inItem = resolved(items).properties ? faultsOf(items) : [];
  return [
    fault('no list', {}),
    fault('a list of numbers', [7]),
    ...(maxItems === undefined
      ? []
      : [
          fault(
            'too many',
            Array.from({ length: maxItems + 1 }, () => item),
          ),
        ]),
    ...(uniqueItems ? [fault('one twice', [item, item])] : []),
    ...inItem.map(({ field, what, value }) => fault(what, [value], field && `0.${field}`)),
  ];
}

function objectFaults({ properties = {}, required = [] }: Schema, whole: Record<string, unknown>): Fault[] {
  return [
    ...Object.entries(properties).flatMap(([name, part]) =>
      faultsOf(part).map(({ field, what, value }) =>
        fault(what, { ...whole, [name]: value }, field ? `${name}.${field}` : name),
      ),
    ),
    ...required.map((name) => fault('missing', { ...whole, [name]: undefined }, name)),
    fault('unknown', { ...whole, colour: 'red' }, 'colour'),
  ];
}

/** Everything that a schema forbids, one thing at a time, the rest being as it should. */
export function faultsOf(given: Schema): Fault[] {
  const schema = resolved(given);
  if (schema.properties)
    return [fault('text', 'text'), ...objectFaults(schema, sampleOf(schema, true) as Record<string, unknown>)];
  switch (schema.type) {
    case 'array':
      return listFaults(schema);
    case 'integer':
    case 'number':
      return numberFaults(schema);
    case 'boolean':
      return [fault('text', 'yes')];
    case 'string':
      return textFaults(schema);
    default:
      return [fault('text', 'text')];
  }
}
