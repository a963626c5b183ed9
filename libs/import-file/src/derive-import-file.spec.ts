import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { compareMoney } from '#libs/values';
import { type ImportFile, type PublishedCase, deriveImportFile, formatImportFile, readImportFile } from './index.js';

const shipped = (name: string): string => readFileSync(new URL(`../../../cases/${name}`, import.meta.url), 'utf8');

const LUAN = JSON.parse(shipped('luan-2022-01-09.json')) as PublishedCase & { totals: object };

/** The figures that a file's rows add up to, unit by unit, in the words of a case. */
const figuresOf = ({ units, projects, outings }: ImportFile) =>
  units.map(({ code, name }) => {
    const ofUnit = projects.filter(({ unit }) => unit === code);
    const signed = (floor: string) =>
      ofUnit.filter(({ fixedAssetInvestment }) => compareMoney(fixedAssetInvestment, floor) >= 0).length;
    return {
      unit: name,
      signed_ge_1yi: signed('10000'),
      signed_ge_5yi: signed('50000'),
      signed_ge_10yi: signed('100000'),
      started_ge_1yi: ofUnit.filter(({ startedOn }) => startedOn !== undefined).length,
      outings: outings.filter(({ unit }) => unit === code).length,
    };
  });

const countsOf = ({ units }: PublishedCase) =>
  units.map((figures) => Object.fromEntries(Object.entries(figures).filter(([name]) => name !== 'start_rate_pct')));

/** The file as it reads back: what is not written down must not matter. */
const readBack = (file: ImportFile): unknown => {
  const result = readImportFile(formatImportFile(file));
  return result.ok ? result.file : result.problems;
};

describe('the import file of 六安, January to September 2022', () => {
  const file = deriveImportFile(LUAN);

  it('adds up to every published count', () => {
    expect(figuresOf(file)).toEqual(countsOf(LUAN));
  });

  it('adds up to every published total', () => {
    const totals: Record<string, number> = {};
    for (const [name, count] of figuresOf(file).flatMap((figures) => Object.entries(figures))) {
      if (typeof count === 'number') totals[name] = (totals[name] ?? 0) + count;
    }
    expect(totals).toEqual(LUAN.totals);
    expect([file.projects.length, file.outings.length]).toEqual([344, 161]);
  });

  it('is the one in the repository, byte for byte', () => {
    expect(formatImportFile(file)).toBe(shipped('luan-2022-01-09.import.json'));
  });

  it('has starts in every band', () => {
    const started = file.projects.filter(({ startedOn }) => startedOn !== undefined);
    expect(new Set(started.map(({ fixedAssetInvestment }) => fixedAssetInvestment))).toEqual(
      new Set(['100000', '50000', '10000']),
    );
  });

  it('has signings in every month of the period', () => {
    expect(new Set(file.projects.map(({ signedOn }) => signedOn.slice(0, 7))).size).toBe(9);
  });

  it('tells the development zone from the districts', () => {
    expect(file.units.filter(({ kind }) => kind === 'development-zone').map(({ name }) => name)).toEqual(['市开发区']);
  });

  it('has one row per line', () => {
    const lines = shipped('luan-2022-01-09.import.json').split('\n');
    expect(lines.filter((line) => line.startsWith('    { "row": '))).toHaveLength(344 + 161);
  });
});

const unitFigures = fc
  .tuple(fc.nat(8), fc.nat(8), fc.nat(8), fc.nat(24), fc.nat(8))
  .map(([ten, five, one, started, outings]) => ({
    signed_ge_10yi: ten,
    signed_ge_5yi: ten + five,
    signed_ge_1yi: ten + five + one,
    started_ge_1yi: Math.min(started, ten + five + one),
    outings,
  }));

const period = fc
  .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 400 }))
  .map(([first, length]) => ({ from: dayNumber(first), to: dayNumber(first + length) }));

const dayNumber = (n: number): string => new Date(Date.UTC(2010, 0, 1 + n)).toISOString().slice(0, 10);

const anyCase = fc
  .tuple(fc.array(unitFigures, { minLength: 1, maxLength: 5 }), period)
  .map(([units, span]): PublishedCase => ({
    title: '某期通报',
    source: '公开通报',
    period: span,
    units: units.map((figures, index) => ({ unit: `单位${index + 1}`, ...figures })),
  }));

describe('a derived file of any case', () => {
  it('adds up to its figures and passes every check of a file', () => {
    fc.assert(
      fc.property(anyCase, (published) => {
        const file = deriveImportFile(published);
        expect(figuresOf(file)).toEqual(countsOf(published));
        expect(readBack(file)).toEqual(file);
      }),
      { numRuns: 50 },
    );
  });

  it('is the same every time', () => {
    fc.assert(
      fc.property(anyCase, (published) => {
        expect(formatImportFile(deriveImportFile(published))).toBe(formatImportFile(deriveImportFile(published)));
      }),
      { numRuns: 20 },
    );
  });
});
