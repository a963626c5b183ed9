import { type Recorded, type StoredEvent, fold } from '#libs/eventsourcing';
import { type Day } from '#libs/values';
import { type UnitNaming } from '#libs/units';
import { projectDecider } from '../../domain/project.decider.js';
import { type ProjectEvent } from '../../domain/project.events.js';
import { type Project, stageOf } from '../../domain/project.state.js';
import { type ProjectSummary } from '../summary.js';

/** What a project was on a business day, as far as was known. */
export type ProjectOnDay = Omit<ProjectSummary, 'id' | 'revision'>;

/** The state that the events leave which are not void and happened by `on` (all of them without `on`). */
export function stateOn(
  events: readonly StoredEvent<ProjectEvent>[],
  voids: ReadonlyMap<string, string>,
  on: Day | undefined,
): Project | undefined {
  const counting = events.filter(
    ({ id, type, data }) => type !== 'FigureVoided' && !voids.has(id) && (on === undefined || data.occurredOn <= on),
  );
  return fold(projectDecider, counting as unknown as Recorded<ProjectEvent>[]);
}

/** The state as the API shows it. */
export function shown(project: Project, unitOf: UnitNaming): ProjectOnDay {
  const { unit, reached, ...rest } = project;
  return {
    ...rest,
    unit: unitOf(unit),
    stage: stageOf(project),
    signedOn: reached.contract?.on,
    landOn: reached.land?.on,
    startedOn: reached.start?.on,
    outputOn: reached.output?.on,
  };
}
