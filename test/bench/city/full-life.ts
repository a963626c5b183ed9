import { PROJECT_KINDS, type ProjectOpened, projectStream } from '#libs/projects';
import type { Day } from '#libs/values';
import { careLife, endLife, troubleLife } from './care-lives.js';
import type { Life, OpenedProject, Setting } from './lives.js';
import { approvalLife, planLife } from './paper-lives.js';
import {
  capitalArrived,
  completed,
  landSecured,
  opened,
  outputReached,
  outputReported,
  producing,
  progressReported,
  registered,
  signed,
  started,
} from './project-events.js';
import type { Random } from './random.js';
import { type StreamWriter, streamWriter } from './stream-writer.js';

/** A project from its registration to its output, with the reports of its months; one in four gets stuck on the way. */
export const fullProjectLife = (setting: Setting): Life => lifeOf(setting, false);

/** The same with a review, a plan, approvals, leaders and troubles; batches may list it. */
export const documentedProjectLife = (setting: Setting): Life => lifeOf(setting, true);

function* lifeOf(setting: Setting, isDocumented: boolean): Life {
  const { id, actor, random, today, projects } = setting;
  const project = streamWriter(projectStream(id), actor);
  const opening = opened(random, actor.unit, today());
  yield [project.write([isDocumented ? described(opening, random, projects) : opening, signed(random, today())])];
  if (isDocumented) {
    projects.push({ id, unit: actor.unit });
    yield* careLife(setting, project);
    if (random.chance(0.5)) yield* planLife(setting);
    if (random.chance(0.8)) yield* approvalLife(setting, 'filing');
  }
  if (random.chance(0.8)) yield [project.write([registered(random, today())])];
  if (random.chance(0.8)) yield [project.write([landSecured(random, today())])];
  if (isDocumented && random.chance(0.6)) yield* approvalLife(setting, 'construction-permit');
  if (isDocumented) yield* troubleLife(setting, project);
  if (random.chance(0.25)) {
    if (isDocumented) yield* endLife(setting, project);
    return;
  }
  yield [project.write([started(random, today())])];
  yield* months(project, random, today);
  yield [project.write([completed(random, today())])];
  yield [project.write([producing(random, today())])];
  yield [project.write([outputReported(random, today())])];
  if (random.chance(0.5)) yield [project.write([outputReached(random, today())])];
}

/** What kind of project it is and, of some, which earlier one they expand or were brought in by. */
function described({ type, data }: ProjectOpened, random: Random, projects: readonly OpenedProject[]): ProjectOpened {
  const kind = random.pick(PROJECT_KINDS);
  const parent = kind === 'expansion' ? projects[random.below(projects.length)] : undefined;
  const introducer = random.chance(0.03) ? projects[random.below(projects.length)] : undefined;
  return {
    type,
    data: {
      ...data,
      kind,
      ...(parent && { parentProjectId: parent.id }),
      ...(introducer && { introducer: { projectId: introducer.id } }),
    },
  };
}

function* months(project: StreamWriter, random: Random, today: () => Day): Life {
  for (let left = 8 + random.below(12); left > 0; left -= 1) {
    yield [project.write([progressReported(random, today())])];
    if (random.chance(0.35)) yield [project.write([capitalArrived(random, today())])];
  }
}
