import { getMetadataArgsStorage } from 'typeorm';

/** A TypeORM entity class: its decorators say the table's name and columns, its instances' shape is the row's. */
export type Entity<Row extends object> = new () => Row;

interface Column {
  readonly property: string;
  readonly name: string;
  readonly type: string;
  readonly key: boolean;
}

/** What SQL needs to know of an entity's table. */
export interface Table {
  /** Schema-qualified. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** A select list that gives rows of the entity's shape; days as text, since `pg` makes midnights of them. */
  readonly selection: string;
}

const described = new Map<Entity<object>, Table>();

/** The table that an entity's decorators describe. @throws Error when a column states no type. */
export function tableOf(entity: Entity<object>): Table {
  const known = described.get(entity);
  if (known) return known;
  const table = describe(entity);
  described.set(entity, table);
  return table;
}

/** A class and those that it extends: columns may be theirs. */
function lineOf(entity: Entity<object>): Entity<object>[] {
  const parent = Object.getPrototypeOf(entity) as Entity<object>;
  return parent === Function.prototype ? [entity] : [entity, ...lineOf(parent)];
}

function describe(entity: Entity<object>): Table {
  const [table] = getMetadataArgsStorage().filterTables(entity);
  if (!table?.name) throw new Error(`${entity.name} names no table`);
  const columns = getMetadataArgsStorage()
    .filterColumns(lineOf(entity))
    .map(({ propertyName, options }): Column => {
      if (typeof options.type !== 'string') throw new Error(`${entity.name}.${propertyName} states no Postgres type`);
      const key = options.primary ?? false;
      return { property: propertyName, name: options.name ?? propertyName, type: options.type, key };
    });
  const selection = columns
    .map(({ property, name, type }) => `${type === 'date' ? `${name}::text` : name} as "${property}"`)
    .join(', ');
  return { name: `${table.schema}.${table.name}`, columns, selection };
}
