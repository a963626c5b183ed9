import { type Sql } from '#libs/database';
import { type NamedUnit, type UnitNaming } from '#libs/units';
import { type Share, dayOf } from '#libs/values';
import { type Instalment, type Terms } from '../../domain/project.events.js';
import { type Project, leadersOf, responsibilityOf, termsOf } from '../../domain/project.state.js';
import { openedProjects } from '../../projections/project-summary/standing-project.js';
import { type ShownTask, shownTasks } from '../shown-tasks.js';
import { type YearFulfilment, fulfilmentOf } from './fulfilment.js';

/** What stands of a project besides its summary: the contract, the reports, and who looks after it. */
export interface ProjectRecord {
  /** As it reads now. */
  readonly contract?: Omit<Terms, 'capitalSchedule'> & { readonly capitalSchedule: readonly Instalment[] };
  readonly amendments: Pick<Project['amendments'][number], 'eventId' | 'on'>[];
  readonly milestones: Project['reached'];
  readonly land?: Project['land'];
  readonly progress: Project['progress'];
  readonly capital: Project['capital'];
  /** Each year beside what the contract promises. */
  readonly outputs: (Project['outputs'][number] & { readonly fulfilment: YearFulfilment })[];
  readonly suspensions: Project['stops'];
  readonly keyLevels: Project['keyLevels'];
  readonly tenures: (Omit<Project['tenures'][number], 'unit'> & { readonly unit: NamedUnit })[];
  readonly divisions: (Omit<Project['divisions'][number], 'shares'> & {
    readonly shares: { readonly unit: NamedUnit; readonly share: Share }[];
  })[];
  readonly leaders: Project['leaders'];
  /** 六定 as they are now; `tasks` are all that were ever set, as they stand today. */
  readonly responsibility?: Omit<Project['responsibilities'][number], 'unit'> & { readonly unit: NamedUnit };
  readonly tasks: ShownTask[];
}

/** A project's whole state as it stands now, or stood at the seq `asOf`. */
export async function projectStateOf(sql: Sql, id: string, asOf?: bigint): Promise<Project | undefined> {
  const projects = await openedProjects(sql, [id], asOf);
  return projects.get(id)?.project;
}

/** The units that a record names. */
export const unitsInRecord = ({ tenures, divisions, responsibilities }: Project): string[] => [
  ...tenures.map(({ unit }) => unit),
  ...divisions.flatMap(({ shares }) => shares.map(({ unit }) => unit)),
  ...responsibilities.map(({ unit }) => unit),
];

/** @param today the day until which what isn't done is counted as overdue */
export function recordOf(project: Project, nameOf: UnitNaming, today = dayOf(new Date())): ProjectRecord {
  const { reached, land, tenures, divisions, amendments, stops } = project;
  const responsibility = responsibilityOf(project);
  const terms = termsOf(project);
  return {
    contract: terms && { ...terms, capitalSchedule: terms.capitalSchedule ?? [] },
    amendments: amendments.map(({ eventId, on }) => ({ eventId, on })),
    milestones: reached,
    land: reached.land && land,
    progress: project.progress,
    capital: project.capital,
    outputs: project.outputs.map((year) => ({ ...year, fulfilment: fulfilmentOf(project, year) })),
    suspensions: stops,
    keyLevels: project.keyLevels,
    tenures: tenures.map(({ unit, ...tenure }) => ({ ...tenure, unit: nameOf(unit) })),
    divisions: divisions.map(({ shares, ...division }) => ({
      ...division,
      shares: shares.map(({ unit, share }) => ({ unit: nameOf(unit), share })),
    })),
    leaders: leadersOf(project),
    responsibility: responsibility && { ...responsibility, unit: nameOf(responsibility.unit) },
    tasks: shownTasks(project, nameOf, today),
  };
}
