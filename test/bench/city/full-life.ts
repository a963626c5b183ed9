import { projectStream } from '#libs/projects';
import type { Day } from '#libs/values';
import type { Life, Setting } from './lives.js';
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

/** The same with a plan and approvals; batches may list it. */
export const documentedProjectLife = (setting: Setting): Life => lifeOf(setting, true);

function* lifeOf(setting: Setting, isDocumented: boolean): Life {
  const { id, actor, random, today, projects } = setting;
  const project = streamWriter(projectStream(id), actor);
  yield [project.write([opened(random, actor.unit, today()), signed(random, today())])];
  if (isDocumented) {
    projects.push({ id, unit: actor.unit });
    if (random.chance(0.5)) yield* planLife(setting);
    if (random.chance(0.8)) yield* approvalLife(setting, 'filing');
  }
  if (random.chance(0.8)) yield [project.write([registered(random, today())])];
  if (random.chance(0.8)) yield [project.write([landSecured(random, today())])];
  if (isDocumented && random.chance(0.6)) yield* approvalLife(setting, 'construction-permit');
  if (random.chance(0.25)) return;
  yield [project.write([started(random, today())])];
  yield* months(project, random, today);
  yield [project.write([completed(random, today())])];
  yield [project.write([producing(random, today())])];
  yield [project.write([outputReported(random, today())])];
  if (random.chance(0.5)) yield [project.write([outputReached(random, today())])];
}

function* months(project: StreamWriter, random: Random, today: () => Day): Life {
  for (let left = 8 + random.below(12); left > 0; left -= 1) {
    yield [project.write([progressReported(random, today())])];
    if (random.chance(0.35)) yield [project.write([capitalArrived(random, today())])];
  }
}
