import { derivedId } from '#libs/values';

/** The wire name of the only event there is. */
export const REPORTED = 'InvestmentReported';

/** A project's monthly report: 万元 spent, in whole numbers. */
export interface Report {
  readonly project: string;
  readonly unit: string;
  readonly month: string;
  readonly investment: number;
  readonly note: string;
}

const PROJECTS = 3000;
const UNITS = 24;

/** The report of that number, always the same. */
export const reportOf = (number: number): Report => ({
  project: derivedId('project', String((number * 7919) % PROJECTS)),
  unit: `unit-${((number * 7919) % PROJECTS) % UNITS}`,
  month: `2022-${String(1 + (number % 12)).padStart(2, '0')}`,
  investment: 100 + (number % 900),
  note: '主体结构已封顶，设备安装调试中，预计按期竣工投产',
});

/** The one table of both sides, in whatever schema comes first in the search path. */
export const TABLE = `create table reported (
  project text primary key, unit text not null, months int not null, investment bigint not null);
  create index on reported (investment desc);`;

/** A project's row, or what a page of reports adds to it. */
export interface Reported {
  readonly project: string;
  readonly unit: string;
  readonly months: number;
  readonly investment: number;
}

/** What reports add to the table, a row a project. */
export function totalsOf(reports: readonly Report[]): Reported[] {
  const totals = new Map<string, Reported>();
  for (const { project, unit, investment } of reports) {
    const before = totals.get(project);
    totals.set(project, {
      project,
      unit,
      months: (before?.months ?? 0) + 1,
      investment: (before?.investment ?? 0) + investment,
    });
  }
  return [...totals.values()];
}
