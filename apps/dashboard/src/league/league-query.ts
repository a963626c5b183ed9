import { type Address } from '../address.js';
import { type SchemeName } from '../api.js';
import { type Query } from '../http.js';
import { latestScheme } from '../latest-scheme.js';
import { type Period, dayOf, namedPeriods } from '../periods.js';

/** What a league table is asked for; the whole of it stands in the address. */
export interface LeagueQuery extends Period {
  readonly metric: string;
  /** Lower bounds in 万元 on the whole project. */
  readonly minInvestment?: string;
  readonly minFixedAssets?: string;
  readonly group?: string;
  readonly asOf?: string;
}

/** The question that an address stands for; `undefined` when it leaves the metric or the period open. */
export function leagueQueryOf({ path, params }: Address): LeagueQuery | undefined {
  const { from, to, minInvestment, minFixedAssets, group, asOf } = params;
  const metric = path[1];
  return metric && from && to ? { metric, from, to, minInvestment, minFixedAssets, group, asOf } : undefined;
}

/** The address with what it left open: signed projects, over the period being assessed or else this year. */
export function completed(address: Address, schemes: readonly SchemeName[]): Address {
  const { from, to } = latestScheme(schemes)?.period ?? thisYear();
  return { path: ['league', address.path[1] ?? 'signed-projects'], params: { from, to, ...address.params } };
}

/** The parameters of `GET /v1/league-tables/{metric}`. */
export const tableParams = ({ metric: _, ...params }: LeagueQuery): Query => params;

const thisYear = (): Period => namedPeriods(dayOf(new Date())).find(({ name }) => name === '本年')!;
