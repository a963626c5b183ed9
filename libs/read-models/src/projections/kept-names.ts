import { Column, Index, PrimaryColumn } from 'typeorm';
import { type Sql } from '#libs/database';
import { pairsOf } from '../pairs.js';
import { type Contained } from '../queries/containing.js';
import { upsertRows } from './rows.js';
import { type Entity, tableOf } from './tables.js';

/** A name that something bears or once bore, to be found by what it contains. */
export abstract class KeptName {
  /** The id of what bears it. */
  @PrimaryColumn({ type: 'text' })
  subject: string;

  @PrimaryColumn({ type: 'text' })
  name: string;

  /** Of neighbouring signs. */
  @Index({ type: 'gin' })
  @Column({ type: 'jsonb' })
  pairs: string[];
}

/** So many are looked up one by one; of more, a page is sooner found by walking through all. */
export const FEW = 1000;

/** Keeps names, each with the id of what bears it, with one statement; what is kept already may come again. */
export function keepNames(
  sql: Sql,
  entity: Entity<KeptName>,
  named: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
  const rows = new Map(named.map(({ id, name }) => [`${id} ${name}`, { subject: id, name, pairs: pairsOf(name) }]));
  return upsertRows(sql, entity, [...rows.values()]);
}

/** The ids of what ever bore a name that contains the text; undefined if they are more than `few`, or can't be told by pairs. */
export async function fewNamed(
  sql: Sql,
  entity: Entity<KeptName>,
  text: Contained,
  few = FEW,
): Promise<readonly string[] | undefined> {
  if (text.pairs.length === 0) return undefined;
  const found = await sql.query<{ subject: string }[]>(
    `select subject from ${tableOf(entity).name} where pairs ?& $1 and ${text.within('name', '$2')} limit ${few + 1}`,
    [text.pairs, text.pattern],
  );
  return found.length > few ? undefined : found.map(({ subject }) => subject);
}
