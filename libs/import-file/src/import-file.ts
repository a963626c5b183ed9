import { z } from 'zod';
import { type UnitKind } from '#libs/units';
import { type Day, compareMoney } from '#libs/values';
import { creditCode, day, money, rowNumber, text, unitCode } from './fields.js';
import { type Problem, type ProblemCode, problem } from './problem.js';

/** The name and version that an import file carries as `form`. */
export const IMPORT_FORM = 'ledger-import/1';

const KINDS = Object.keys({
  district: true,
  'development-zone': true,
  department: true,
  'state-enterprise': true,
  'promotion-company': true,
  company: true,
  outpost: true,
  'leading-group': true,
  'industry-group': true,
  'factor-guarantee-group': true,
  'evaluation-group': true,
  'working-group': true,
  'command-post': true,
  'task-force': true,
} satisfies Record<UnitKind, true>) as UnitKind[];

const unit = z.strictObject({ code: unitCode, name: text(100), kind: z.enum(KINDS), group: text(100) });

const project = z.strictObject({
  row: rowNumber,
  unit: unitCode,
  name: text(200),
  totalInvestment: money,
  fixedAssetInvestment: money,
  signedOn: day,
  startedOn: day.optional(),
  /** 以商引商: the enterprise that brought it in. */
  introducer: z.strictObject({ creditCode }).optional(),
});

const outing = z.strictObject({ row: rowNumber, unit: unitCode, place: text(200), from: day, to: day });

export const importFile = z.strictObject({
  form: z.literal(IMPORT_FORM),
  title: text(100),
  source: text(200),
  note: text(500).optional(),
  period: z.strictObject({ from: day, to: day }),
  units: z.array(unit).min(1),
  projects: z.array(project),
  outings: z.array(outing),
});

/**
 * Units, and per unit the projects signed and the outings made in a period. Amounts are 万元, days business days; a row
 * number names one row of the whole file.
 */
export type ImportFile = z.infer<typeof importFile>;
export type ImportedUnit = ImportFile['units'][number];
export type ImportedProject = ImportFile['projects'][number];
export type ImportedOuting = ImportFile['outings'][number];

/** Rules that no field can tell by itself. `today` is the last day that can have happened. */
export function contradictions(file: ImportFile, today: Day): Problem[] {
  const { period, units, projects, outings } = file;
  const found: Problem[] = [];
  const expect = (holds: boolean, code: ProblemCode, field: string, row?: number, detail?: string) => {
    if (!holds) found.push(problem(code, field, row, detail));
  };
  const codes = new Set<string>();
  const rows = new Set<number>();
  const expectRow = (row: number, unit: string) => {
    expect(!rows.has(row), 'ROW.DUPLICATE', 'row', row);
    expect(codes.has(unit), 'UNIT.UNKNOWN', 'unit', row, unit);
    rows.add(row);
  };
  const expectDay = (on: Day, field: string, row: number) => {
    expect(on <= today, 'DAY.IN_FUTURE', field, row, on);
    expect(on >= period.from && on <= period.to, 'DAY.OUTSIDE_PERIOD', field, row, on);
  };

  expect(period.from <= period.to, 'PERIOD.ENDS_BEFORE_START', 'period.to');
  units.forEach(({ code }, index) => {
    expect(!codes.has(code), 'UNIT.DUPLICATE', `units[${index}].code`, undefined, code);
    codes.add(code);
  });
  for (const { row, unit, totalInvestment, fixedAssetInvestment, signedOn, startedOn } of projects) {
    expectRow(row, unit);
    const fits = compareMoney(fixedAssetInvestment, totalInvestment) <= 0;
    expect(fits, 'CONTRACT.FIXED_ASSETS_EXCEED_TOTAL', 'fixedAssetInvestment', row);
    expectDay(signedOn, 'signedOn', row);
    if (startedOn === undefined) continue;
    expectDay(startedOn, 'startedOn', row);
    expect(startedOn >= signedOn, 'PROJECT.START_BEFORE_CONTRACT', 'startedOn', row, `${startedOn} < ${signedOn}`);
  }
  for (const { row, unit, from, to } of outings) {
    expectRow(row, unit);
    expectDay(from, 'from', row);
    expectDay(to, 'to', row);
    expect(to >= from, 'VISIT.ENDS_BEFORE_START', 'to', row, `${to} < ${from}`);
  }
  return found;
}
