import { type Sql } from '#libs/database';
import { leagueTable } from '#libs/league-tables';
import { type CampaignOpened, type FinalTable } from '../../domain/campaign.events.js';

/** What is competed in, by whom, when. */
export type Competition = Pick<CampaignOpened['data'], 'period' | 'contests' | 'entrants'>;

/** The table of each contest as the ledger had it at the seq `asOf`: entrants alone, and every one of them. */
export async function campaignTables(
  sql: Sql,
  { period, contests, entrants }: Competition,
  asOf: bigint,
): Promise<FinalTable[]> {
  const tables: FinalTable[] = [];
  for (const contest of contests) {
    const { rows } = await leagueTable(sql, { ...contest, ...period, entrants }, asOf);
    tables.push({
      contest,
      rows: rows.map(({ rank, unit, value, numerator, denominator }) => ({
        rank,
        unit,
        value,
        ...(numerator !== undefined && denominator !== undefined && { numerator, denominator }),
      })),
    });
  }
  return tables;
}
