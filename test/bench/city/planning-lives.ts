import { type Deed, batchStream } from '#libs/batches';
import { type ReserveEvent, reserveStream } from '#libs/reserve';
import type { Life, Setting } from './lives.js';
import { CHAINS, PLACES, laterThan, projectName } from './project-events.js';
import { streamWriter } from './stream-writer.js';

const WORKS = ['feasibility', 'environment', 'land', 'funding'] as const;
const KINDS = ['signing', 'start', 'completion'] as const satisfies readonly Deed[];
const NAMES: Record<Deed, string> = { signing: '集中签约', start: '集中开工', completion: '集中竣工' };
const RECENT = 500;

/** What planning departments do: mostly they look after ideas, now and then they hold an event. */
export const planningLife = (setting: Setting): Life =>
  setting.random.chance(0.03) ? batchLife(setting) : reserveLife(setting);

/** An idea that gets ready, or gets stuck on the way. */
export function* reserveLife({ id, actor, random, today }: Setting): Life {
  const entry = streamWriter(reserveStream(id), actor);
  const write = (event: ReserveEvent) => [entry.write([event])];
  const plan = { name: projectName(random), unit: actor.unit, idea: '补齐产业链短板', funding: 'fiscal' } as const;
  const plannedInvestment = String(2000 + random.below(90_000));
  const where = { place: random.pick(PLACES), chain: random.pick(CHAINS) };
  yield write({ type: 'ProjectPlanned', data: { ...plan, ...where, plannedInvestment, occurredOn: today() } });
  yield write({ type: 'SiteChecked', data: { outcome: 'passed', occurredOn: today() } });
  if (random.chance(0.3)) return;
  yield write({ type: 'ReserveEntered', data: { occurredOn: today() } });
  for (const work of WORKS) {
    if (random.chance(0.2)) return;
    yield write({ type: 'EarlyWorksReported', data: { work, state: 'done', occurredOn: today() } });
  }
  yield write({ type: 'ReserveReadied', data: { occurredOn: today() } });
}

/** An event at which some of the projects opened last are to sign, start or be completed. */
export function* batchLife({ id, actor, random, today, projects }: Setting): Life {
  const batch = streamWriter(batchStream(id), actor);
  const kind = random.pick(KINDS);
  const { unit } = actor;
  const heldOn = laterThan(today(), 1);
  yield [batch.write([{ type: 'BatchPlanned', data: { kind, name: NAMES[kind], unit, heldOn, occurredOn: today() } }])];
  const recent = projects.slice(-RECENT);
  const listed = new Set(Array.from({ length: 5 + random.below(20) }, () => recent[random.below(recent.length)]));
  const listing = [...listed].filter((project) => project !== undefined);
  if (listing.length === 0) return;
  const listings = listing.map(({ id: projectId, unit: answering }) => ({
    type: 'ProjectListed' as const,
    data: { projectId, unit: answering, occurredOn: today() },
  }));
  yield [batch.write(listings)];
  yield [batch.write([{ type: 'BatchHeld', data: { occurredOn: today() } }])];
}
