import pg from 'pg';
import { READ_MODELS } from '#apps/projector';
import { metricCatalogue, validateScheme } from '#libs/assessment';
import { connectDatabase } from '#libs/database';
import type { EventMetadata, SequencedEvent } from '#libs/eventsourcing';
import { PostingRow } from '#libs/postings';
import { createReadModels } from '#libs/projections';
import { tableOf } from '#libs/read-models';
import { derivedId } from '#libs/values';
import { runAsProgram } from '../support/program.js';
import { PERIOD, SCHEME } from './scheme.js';

/** A ledger of so many postings, and a scheme to score its units by. */
export interface LedgerToFill {
  readonly databaseUrl: string;
  readonly postings: number;
}

const UNITS = 200;
const GROUPS = 4;

/** The program: the product's tables; units and scheme come by way of the projections, postings by the million do not. */
runAsProgram<LedgerToFill, undefined>(async ({ databaseUrl, postings }) => {
  const valid = validateScheme(SCHEME, metricCatalogue);
  if (!valid.valid) throw new Error(`the scheme of the benchmark is faulty: ${JSON.stringify(valid.problems)}`);
  const database = await connectDatabase(databaseUrl);
  try {
    await createReadModels(database, READ_MODELS);
    const log = events();
    for (const { name, apply } of READ_MODELS) if (NEEDED.has(name)) await apply(log, database);
    await insertPostings(databaseUrl, log.length, postings);
    const end = log.length + postings;
    await database.query('update ledger.projection_checkpoint set seq = $1, position = $1, recorded_at = now()', [end]);
  } finally {
    await database.destroy();
  }
  return undefined;
});

const NEEDED = new Set(['unit-directory', 'scheme-register']);
const codeOf = (unit: number): string => `unit-${String(unit).padStart(3, '0')}`;

function events(): SequencedEvent[] {
  const units = Array.from({ length: UNITS }, (_, unit) => {
    const group = `group-${unit % GROUPS}`;
    const data = { code: codeOf(unit), name: `第${unit}区`, kind: 'district', group, occurredOn: '2021-12-01' };
    return { stream: `unit-${codeOf(unit)}`, type: 'UnitRegistered', data };
  });
  const published = { code: SCHEME.code, version: SCHEME.version, scheme: SCHEME, occurredOn: '2022-01-10' };
  const all = [...units, { stream: `scheme-${SCHEME.code}`, type: 'SchemePublished', data: published }];
  return all.map((event, index) => ({
    ...event,
    id: derivedId(event.stream),
    seq: BigInt(index + 1),
    revision: 0n,
    position: BigInt(index + 1),
    metadata: {} as EventMetadata,
    recordedAt: new Date(Date.UTC(2022, 0, 1)),
  }));
}

/**
 * Each project has nine postings, one of every metric, on days of its own within the year and without; sizes from a
 * thousand to two hundred thousand 万元. Nothing is random: the same ledger every time. On a connection of its own, which
 * has no limit on a statement’s time as those of the product have.
 */
async function insertPostings(connectionString: string, before: number, count: number): Promise<void> {
  const session = new pg.Client({ connectionString });
  await session.connect();
  try {
    await session.query(INSERT, [before, count, PERIOD.from]);
    await session.query('vacuum analyze');
  } finally {
    await session.end();
  }
}

const INSERT = `insert into ${tableOf(PostingRow).name} (seq, line, metric, item, unit, unit_group, project, day, holder, quantity,
       total_investment, fixed_asset_investment, chain, share, grade, evidence, event_id, fact_id, stream)
     select $1::bigint + n, 1, metrics[1 + n % 9], '', unit, 'group-' || (project * 7 % ${UNITS} % ${GROUPS}), 'p' || project,
       $3::date - 30 + (n * 13 % 395)::int, unit, case when n % 9 in (1, 2, 8) then size / 10 else 1 end,
       size, size * 0.8, 'chain-' || project % 12, 1, 'documented', null,
       gen_random_uuid(), gen_random_uuid(), 'project-p' || project
     from generate_series(1, $2::bigint) n,
       lateral (select n / 9 as project) p,
       lateral (select 'unit-' || lpad((project * 7 % ${UNITS})::text, 3, '0') as unit,
         1000 + project * 7919 % 200000 as size) of_project,
       (select array['signed-projects', 'signed-investment', 'signed-fixed-assets', 'registered-projects',
         'landed-projects', 'started-projects', 'completed-projects', 'producing-projects', 'capital-arrived'] as metrics) m`;
