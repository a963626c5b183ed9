import { type Actor } from '#libs/access';
import { type AssessmentScores } from '#libs/assessment';
import { type Dated } from '#libs/audit';
import { type ImportFile } from '#libs/import-file';
import { type Posting } from '#libs/postings';
import { type ProjectHistory } from '#libs/projects';
import { derivedId } from '#libs/values';
import { type LedgerClient } from '../client.js';
import { type CheckedFile } from '../import/read-file.js';
import { type RefusedRow, sendFile } from '../import/send-rows.js';
import { Stopwatch } from '../stopwatch.js';
import { demoScheme } from './scheme.js';
import { type TableName, type TableRow, askTables, rowsOf } from './tables.js';

/** What the demo prints. Times are in milliseconds. */
export interface DemoResult {
  readonly title: string;
  readonly source: string;
  readonly period: ImportFile['period'];
  readonly asOf: Dated<object>['asOf'];
  readonly import: { readonly accepted: number; readonly refused: RefusedRow[] };
  readonly leagueTables: Record<TableName, TableRow[]>;
  readonly history: Dated<ProjectHistory> | null;
  readonly scorecard: Dated<AssessmentScores>;
  readonly timings: Record<string, number>;
}

const ADMINISTRATOR: Actor = { id: 'administrator', unit: 'demo', role: 'administrator' };
const AUDITOR: Actor = { id: 'demo-auditor', unit: 'demo', role: 'auditor' };

/** Sends the file's rows and a scheme as commands, then asks for everything that is shown. */
export async function playDemo(
  client: LedgerClient,
  { file, hash }: CheckedFile,
  tokenOf: (actor: Actor) => Promise<string>,
): Promise<DemoResult> {
  const watch = new Stopwatch();
  const { position, accepted, refused } = await watch.time('import', sendFile(client, file, hash, tokenOf));
  const scheme = await publishScheme(client, file, await tokenOf(ADMINISTRATOR));
  const auditor = await tokenOf(AUDITOR);
  const furthest = position > scheme.position ? position : scheme.position;
  const tables = await watch.time('readModels', askTables(client, auditor, file, furthest));
  const history = await watch.time('history', historyOfOneStart(client, auditor, file));
  const scores = client.get<Dated<AssessmentScores>>(auditor, `/v1/assessments/${scheme.code}/scores`);
  const scorecard = await watch.time('scorecard', scores);
  const { title, source, period } = file;
  return {
    title,
    source,
    period,
    asOf: scorecard.asOf,
    import: { accepted, refused },
    leagueTables: Object.fromEntries(
      Object.entries(tables).map(([name, table]) => [name, rowsOf(table)]),
    ) as DemoResult['leagueTables'],
    history,
    scorecard,
    timings: watch.laps,
  };
}

async function publishScheme(client: LedgerClient, file: ImportFile, token: string) {
  const scheme = await demoScheme(file);
  const key = derivedId('demo-scheme', scheme.code, String(scheme.version));
  const { position } = await client.send(token, '/v1/schemes', key, { scheme });
  return { code: scheme.code, position: BigInt(position) };
}

/** The life of the first project of the file that has started, as the event store tells it. */
async function historyOfOneStart(
  client: LedgerClient,
  token: string,
  { units, period }: ImportFile,
): Promise<Dated<ProjectHistory> | null> {
  for (const { code } of units) {
    const query = new URLSearchParams({ metric: 'started-projects', unit: code, ...period, limit: '1' });
    const { rows } = await client.get<{ rows: Posting[] }>(token, `/v1/postings?${query.toString()}`);
    const project = rows[0]?.project?.id;
    if (project !== undefined) return client.get(token, `/v1/projects/${project}/history`);
  }
  return null;
}
