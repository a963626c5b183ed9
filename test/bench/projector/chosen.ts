import type { Sql } from '#libs/database';
import { type Projection, digestOfProjection } from '#libs/projections';
import type { Measurement } from '../support/rounds.js';

/** Projections by name, those that own tables, or all that the product runs: reactions, too. */
export type Chosen = readonly string[] | 'read-models' | 'all';

/** What was measured, and what is in the tables then. */
export interface Built extends Measurement {
  /** Of the tables of each projection that has some. */
  readonly digests: Readonly<Record<string, string>>;
}

export const ownsTables = ({ entities }: Projection): boolean => entities.length > 0;

export const isChosen =
  (chosen: Chosen) =>
  (projection: Projection): boolean => {
    if (chosen === 'all') return true;
    return chosen === 'read-models' ? ownsTables(projection) : chosen.includes(projection.name);
  };

export async function digestsOf(sql: Sql, projections: readonly Projection[]): Promise<Built['digests']> {
  const digests: Record<string, string> = {};
  for (const projection of projections.filter(ownsTables))
    digests[projection.name] = await digestOfProjection(sql, projection);
  return digests;
}
