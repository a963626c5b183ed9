import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LedgerProcess, runLedger, startLedgerProcess } from '../support/ledger-process.js';

type Row = { rank: number; unit: string; value: number | string };
interface Demo {
  asOf: { seq: string };
  import: { accepted: number; refused: object[] };
  leagueTables: Record<string, Row[]>;
  history: { entries: { title: string; source: object }[] };
  scorecard: { rows: { unit: { name: string }; total: string; indicators: { inputs: { eventIds: string[] }[] }[] }[] };
  timings: Record<string, number>;
}
interface PublishedUnit {
  unit: string;
  signed_ge_1yi: number;
  signed_ge_5yi: number;
  signed_ge_10yi: number;
  started_ge_1yi: number;
  start_rate_pct: string;
  outings: number;
}
interface PublishedCase {
  title: string;
  totals: Record<string, number>;
  units: PublishedUnit[];
}

const COLUMNS: Record<string, keyof PublishedUnit> = {
  'signed-projects': 'signed_ge_1yi',
  'signed-projects-ge-5yi': 'signed_ge_5yi',
  'signed-projects-ge-10yi': 'signed_ge_10yi',
  'started-projects': 'started_ge_1yi',
  'start-rate': 'start_rate_pct',
  outings: 'outings',
};

/** The published column as a table: falling values, equal values share a rank and keep the notice's order. */
function publishedTable(units: PublishedUnit[], column: keyof PublishedUnit): Row[] {
  const sorted = units
    .map((unit) => ({ unit: unit.unit, value: unit[column] }))
    .sort((a, b) => Number(b.value) - Number(a.value));
  return sorted.map(({ unit, value }) => ({ rank: 1 + sorted.findIndex((row) => row.value === value), unit, value }));
}

const published = JSON.parse(readFileSync('cases/luan-2022-01-09.json', 'utf8')) as PublishedCase;

// Whole processes are started and stopped here, on machines that may be busy.
jest.setTimeout(300_000);

describe('the demo', () => {
  let folder: string;
  const demo = async (dataDir: string, ...args: string[]) =>
    JSON.parse((await runLedger(join(folder, dataDir), 'demo', '--exit', '--json', ...args)).stdout) as Demo;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ledger-demo-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  let first: Demo;

  it('gets the published tables: counts, order, ties and rates', async () => {
    first = await demo('luan');
    expect(first.import).toEqual({ accepted: 8 + 344 + 161, refused: [] });
    for (const [table, column] of Object.entries(COLUMNS))
      expect({ [table]: first.leagueTables[table] }).toEqual({ [table]: publishedTable(published.units, column) });
  });

  it('tells one project from the event store, and every score down to its events', () => {
    expect(first.history.entries.map(({ title }) => title)).toEqual(['立项登记', '签约', '开工']);
    expect(first.history.entries[0]?.source).toMatchObject({ kind: 'import', row: expect.any(Number) });
    expect(first.scorecard.rows).toHaveLength(8);
    for (const { indicators } of first.scorecard.rows)
      for (const { inputs } of indicators)
        expect(inputs.flatMap(({ eventIds }) => eventIds)).toContainEqual(expect.stringMatching(/^[0-9a-f-]{36}$/));
    expect(first.timings.total).toBeGreaterThan(0);
  });

  it('changes nothing the second time', async () => {
    const again = await demo('luan');
    expect({ ...again, timings: {} }).toEqual({ ...first, timings: {} });
  });

  it('shows another file of the same form, and a start that was voided by HTTP', async () => {
    const units = published.units.slice(0, 3).map((unit, index) => ({
      ...unit,
      unit: `第${index + 1}区`,
      signed_ge_1yi: 20,
      signed_ge_5yi: 5 + index,
      signed_ge_10yi: index,
      started_ge_1yi: 10 + index,
      start_rate_pct: ((10 + index) * 5).toFixed(1),
      outings: 7,
    }));
    const sum = (column: keyof PublishedUnit) => units.reduce((total, unit) => total + Number(unit[column]), 0);
    const totals = Object.fromEntries(
      Object.keys(published.totals).map((column) => [column, sum(column as keyof PublishedUnit)]),
    );
    const file = join(folder, 'other.json');
    writeFileSync(file, JSON.stringify({ ...published, title: '另一份通报', totals, units }));

    const dataDir = join(folder, 'other');
    const ledger = await startLedgerProcess(dataDir, 'demo', '--case', file);
    await voidOneStart(dataDir, ledger);
    expect(await ledger.interrupt()).toBe(0);

    const after = await demo('other', '--case', file);
    expect(after.leagueTables['started-projects']).toEqual([
      { rank: 1, unit: '第3区', value: 12 },
      { rank: 2, unit: '第2区', value: 11 },
      { rank: 3, unit: '第1区', value: 9 },
    ]);
    expect(after.leagueTables['start-rate']?.map(({ value }) => value)).toEqual(['60.0', '55.0', '45.0']);
    expect(after.leagueTables['signed-projects']?.map(({ rank, value }) => [rank, value])).toEqual([
      [1, 20],
      [1, 20],
      [1, 20],
    ]);
  });

  /** Takes back the first start of 第1区. */
  async function voidOneStart(dataDir: string, { url }: LedgerProcess): Promise<void> {
    const { stdout } = await runLedger(dataDir, 'token', '--unit', 'inspection', '--role', 'supervisor');
    const headers = {
      authorization: `Bearer ${stdout.trim()}`,
      'content-type': 'application/json',
      'idempotency-key': 'void',
    };
    const { rows: units } = (await (await fetch(`${url}/v1/units`, { headers })).json()) as {
      rows: { code: string; name: string }[];
    };
    const unit = units.find(({ name }) => name === '第1区')!.code;
    const query = `metric=started-projects&unit=${unit}&limit=1`;
    const { rows } = (await (await fetch(`${url}/v1/postings?${query}`, { headers })).json()) as {
      rows: { project: { id: string } }[];
    };
    const body = JSON.stringify({ milestone: 'start', finding: '现场未开工', occurredOn: '2022-10-08' });
    const response = await fetch(`${url}/v1/projects/${rows[0]!.project.id}/voids`, { method: 'POST', headers, body });
    expect(response.status).toBe(201);
  }

  it('checks a whole file before it starts anything, and names every bad row', async () => {
    const file = JSON.parse(readFileSync('cases/luan-2022-01-09.import.json', 'utf8')) as {
      projects: Record<string, unknown>[];
      outings: Record<string, unknown>[];
    };
    file.projects[11] = { ...file.projects[11], totalInvestment: '-1' };
    file.projects[99] = { ...file.projects[99], signedOn: '2022-02-30' };
    file.outings[0] = { ...file.outings[0], colour: 'red' };
    const path = join(folder, 'bad.json');
    writeFileSync(path, JSON.stringify(file));
    const failure = (await demo('bad', '--case', path).catch((error: unknown) => error)) as {
      code: number;
      stderr: string;
    };
    expect(failure.code).toBe(1);
    expect(failure.stderr).toMatch(/3 处错误，未发送任何内容/);
    expect(failure.stderr).toMatch(/第 12 行 totalInvestment/);
    expect(failure.stderr).toMatch(/第 100 行 signedOn/);
  });
});
