import type { Actor } from '#libs/access';
import { type UnitKind, unitStream } from '#libs/units';
import { derivedId } from '#libs/values';
import type { Append } from '../support/load-log.js';
import { documentedProjectLife, fullProjectLife } from './full-life.js';
import { leaderVisitLife, stewardLife } from './leader-lives.js';
import { type Life, type OpenedProject, type Setting, leadLife, projectLife, visitLife } from './lives.js';
import { planningLife } from './planning-lives.js';
import { type Random, randomOf } from './random.js';
import { streamWriter } from './stream-writer.js';

const UNITS = 24;
const GROUPS = ['县区组', '开发区组', '市直组'] as const;
const DAYS_PER_MONTH = 28;
const MONTHS = 12;

const codeOf = (index: number): string => `unit-${String(index + 1).padStart(2, '0')}`;

/** Whose lives make up a log, each kind as often as it is listed, and how often a step is a birth. */
export interface Population {
  readonly births: number;
  readonly kinds: readonly [LifeKind, ...LifeKind[]];
}
type LifeKind = (setting: Setting) => Life;

/** Short lives, about three events each: many streams. */
export const SHORT_LIVES: Population = {
  births: 0.3,
  kinds: [projectLife, projectLife, leadLife, leadLife, visitLife],
};
/** Projects that report month by month, about twenty events to a project, leads and visits included. */
export const FULL_LIVES: Population = {
  births: 0.075,
  kinds: [fullProjectLife, fullProjectLife, fullProjectLife, leadLife, visitLife],
};
/**
 * Projects with reviews, plans and approvals that take months and are often late, and leaders who look after them; leads,
 * visits, a reserve, batches and stewardships.
 */
export const BUSY_LIVES: Population = {
  births: 0.11,
  kinds: [
    documentedProjectLife,
    documentedProjectLife,
    documentedProjectLife,
    documentedProjectLife,
    leadLife,
    leaderVisitLife,
    planningLife,
    stewardLife,
  ],
};

/** A unit's own registration, as its administrator records it. */
export function unitRegistered(code: string, group: string): Append {
  const administrator: Actor = { id: 'administrator', unit: code, role: 'administrator' };
  const kind: UnitKind = 'district';
  return streamWriter(unitStream(code), administrator).write([
    { type: 'UnitRegistered', data: { code, name: `单位${code.slice(-2)}`, kind, group, occurredOn: '2021-12-01' } },
  ]);
}

/** A year of a city's investment promotion, in the order in which it was recorded: `events` events, or a few more. */
export function* cityLog(
  seed: number,
  events: number,
  { births, kinds }: Population = SHORT_LIVES,
): Generator<Append, void, void> {
  const random = randomOf(seed);
  let made = 0;
  for (let index = 0; index < UNITS; index += 1, made += 1) yield unitRegistered(codeOf(index), random.pick(GROUPS));
  const today = (): string => dayAt(made / events);
  const living: Life[] = [];
  const projects: OpenedProject[] = [];
  for (let born = 0; made < events;) {
    if (living.length === 0 || random.chance(births))
      living.push(random.pick(kinds)({ ...settingOf(random, born++, today), projects }));
    const index = random.below(living.length);
    const step = living[index]?.next();
    if (step?.done !== false) replaceByLast(living, index);
    else {
      made += step.value.reduce((sum, append) => sum + append.events.length, 0);
      yield* step.value;
    }
  }
}

function settingOf(random: Random, number: number, today: () => string): Omit<Setting, 'projects'> {
  const unit = codeOf(random.below(UNITS));
  const actor: Actor = { id: `reporter-${unit}`, unit, role: 'reporter' };
  return { id: derivedId('life', String(number)), actor, random, today };
}

/** Takes an item out of a list whose order means nothing, at the same cost however long it is. */
function replaceByLast<Item>(items: Item[], index: number): void {
  const last = items.pop();
  if (last !== undefined && index < items.length) items[index] = last;
}

/** The day on which so much of the year, from 0 to 1, has passed; months of four weeks suffice here. */
function dayAt(share: number): string {
  const day = Math.min(Math.floor(share * MONTHS * DAYS_PER_MONTH), MONTHS * DAYS_PER_MONTH - 1);
  const [month, date] = [Math.floor(day / DAYS_PER_MONTH) + 1, (day % DAYS_PER_MONTH) + 1];
  return `2022-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
