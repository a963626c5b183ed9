import { type Purpose, type StewardedKind, stewardshipStream } from '#libs/stewardships';
import { type VisitKind, visitStream } from '#libs/visits';
import type { Life, Setting } from './lives.js';
import { PLACES, laterThan } from './project-events.js';
import type { Random } from './random.js';
import { streamWriter } from './stream-writer.js';

const KINDS = ['outing', 'outing', 'small-team', 'reception', 'enterprise'] as const satisfies readonly VisitKind[];
const PURPOSES = ['liaison', 'guarantee', 'first-responsible'] as const satisfies readonly Purpose[];
const STEWARDED = ['enterprise', 'enterprise', 'park', 'district'] as const satisfies readonly StewardedKind[];
const LEADERS = 60;
const RECENT = 500;

/** A code such as unit-07. */
export const codeOf = (prefix: string, number: number): string => `${prefix}-${String(number).padStart(2, '0')}`;
export const leaderOf = (random: Random): string => codeOf('leader', 1 + random.below(LEADERS));

/** A leader's visit, mostly for one of the projects opened last; some are corrected. */
export function* leaderVisitLife({ id, actor, random, today, projects }: Setting): Life {
  const visit = streamWriter(visitStream(id), actor);
  const day = today();
  const about = projects.at(-1 - random.below(RECENT));
  const data = {
    unit: actor.unit,
    kind: random.pick(KINDS),
    leader: leaderOf(random),
    place: random.pick(PLACES),
    purpose: '项目洽谈',
    ...(about && random.chance(0.7) && { projects: [about.id], inPerson: ['negotiate' as const] }),
    ...{ from: day, to: day, occurredOn: day },
  };
  const logged = visit.write([{ type: 'VisitLogged', data }]);
  yield [logged];
  if (!random.chance(0.05)) return;
  const correctsEventId = logged.events[0]?.id ?? '';
  yield [
    visit.write([
      { type: 'VisitCorrected', data: { ...data, kind: 'reception', correctsEventId, reason: '类别误录' } },
    ]),
  ];
}

/** A leader looks after an enterprise, park or district until another does. */
export function* stewardLife({ id, actor, random, today }: Setting): Life {
  const stewardship = streamWriter(stewardshipStream(id), actor);
  const kind = random.pick(STEWARDED);
  const code =
    kind === 'enterprise'
      ? `91340000MA${String(random.below(90_000_000)).padStart(8, '0')}`
      : codeOf('unit', 1 + random.below(24));
  const account = leaderOf(random);
  const charge = { kind, code, unit: actor.unit, account, duty: '挂钩领导', purpose: random.pick(PURPOSES) };
  yield [stewardship.write([{ type: 'StewardAttached', data: { ...charge, occurredOn: today() } }])];
  if (random.chance(0.5)) {
    const fixed = {
      matter: '要素保障',
      target: '年内开工',
      leader: account,
      unit: actor.unit,
      requirement: '按月调度',
    };
    const task = { ...fixed, due: laterThan(today(), 3), occurredOn: today() };
    yield [stewardship.write([{ type: 'StewardTaskFixed', data: task }])];
  }
  if (random.chance(0.3))
    yield [stewardship.write([{ type: 'StewardDetached', data: { account, occurredOn: today() } }])];
}
