import { type Dated } from '#libs/audit';
import { type LeagueTable } from '#libs/league-tables';
import { type ImportFile } from '#libs/import-file';
import { type LedgerClient } from '../client.js';

/** The demo's league tables: how each is asked for. Amounts are 万元 of fixed assets. */
const TABLES = {
  'signed-projects': { metric: 'signed-projects' },
  'signed-projects-ge-5yi': { metric: 'signed-projects', minFixedAssets: '50000' },
  'signed-projects-ge-10yi': { metric: 'signed-projects', minFixedAssets: '100000' },
  'started-projects': { metric: 'started-projects' },
  'start-rate': { metric: 'start-rate' },
  outings: { metric: 'outings' },
} as const;

export type TableName = keyof typeof TABLES;

/** Asks the API for every table of the file's period and units. */
export async function askTables(
  client: LedgerClient,
  token: string,
  { period, units }: ImportFile,
  minPosition: bigint,
): Promise<Record<TableName, Dated<LeagueTable>>> {
  const group = units[0]?.group ?? '';
  const asked = Object.entries(TABLES).map(async ([name, { metric, ...bounds }]) => {
    const query = new URLSearchParams({ ...period, ...bounds, group, minPosition: String(minPosition) });
    const table = await client.get<Dated<LeagueTable>>(token, `/v1/league-tables/${metric}?${query.toString()}`);
    return [name, table] as const;
  });
  return Object.fromEntries(await Promise.all(asked)) as Record<TableName, Dated<LeagueTable>>;
}

/** A row as the demo's JSON has it: counts as numbers, rates as text with their printed places. */
export interface TableRow {
  readonly rank: number;
  readonly unit: string;
  readonly value: number | string;
}

export const rowsOf = ({ metric, rows }: LeagueTable): TableRow[] =>
  rows.map(({ rank, unit, value }) => ({ rank, unit: unit.name, value: metric.unit === '%' ? value : Number(value) }));
