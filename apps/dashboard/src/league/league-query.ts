import { type Address } from '../address.js';
import { type Query } from '../http.js';
import { dayOf, namedPeriods } from '../periods.js';

/** What a league table is asked for; the whole of it stands in the address. */
export interface LeagueQuery {
  readonly metric: string;
  readonly from: string;
  readonly to: string;
  /** Lower bounds in 万元 on the whole project. */
  readonly minInvestment?: string;
  readonly minFixedAssets?: string;
  readonly group?: string;
  readonly asOf?: string;
}

/** The question that an address stands for; what it leaves open is this year's signed projects. */
export function leagueQueryOf({ path, params }: Address): LeagueQuery {
  const year = namedPeriods(dayOf(new Date())).find(({ name }) => name === '本年')!;
  return {
    metric: path[1] ?? 'signed-projects',
    from: params['from'] ?? year.from,
    to: params['to'] ?? year.to,
    minInvestment: params['minInvestment'],
    minFixedAssets: params['minFixedAssets'],
    group: params['group'],
    asOf: params['asOf'],
  };
}

/** The parameters of `GET /v1/league-tables/{metric}`. */
export const tableParams = ({ metric: _, ...params }: LeagueQuery): Query => params;
