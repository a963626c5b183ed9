import { type Subject } from './figures.js';
import { type Scheme } from './scheme.js';
import { dueBy } from './schedule.js';
import { type Found, type Ground } from './sources/found.js';
import { findBy } from './sources/index.js';
import { isListed } from './sources/items.js';
import { keyOf, questionOf } from './sources/question.js';
import { type AskedSource, type Source } from './sources/source.js';

/** Who is compared with whom: all with all, or each group by itself; as the scheme says unless `how` does. */
export const circleOf =
  ({ subjects }: Scheme, by: 'compared' | 'ranked', how?: 'apart' | 'together') =>
  ({ group }: Subject): string =>
    subjects.kind === 'groups' && (how ?? subjects[by]) === 'apart' ? (group ?? '') : '';

/**
 * Where the sources of a scheme are looked up. What a source has for a subject is found once, however many indicators and
 * however many other subjects ask for it.
 */
export function groundOf(scheme: Scheme, subjects: readonly Subject[], indicator: Ground['indicator']): Ground {
  const circles = new Map<string, Circles>();
  const circlesBy = (how: 'apart' | 'together' | undefined): Circles => {
    const circle = circleOf(scheme, 'compared', how);
    const known = circles.get(how ?? '') ?? { circle, members: Map.groupBy(subjects, circle) };
    circles.set(how ?? '', known);
    return known;
  };
  const keys = new Map<AskedSource, string>();
  const found = new Map<Source, Map<Subject, Found>>();

  const keyOfSource = (source: AskedSource): string => {
    const key = keys.get(source) ?? keyOf(questionOf(source));
    keys.set(source, key);
    return key;
  };

  const ground: Ground = {
    everyone: subjects,
    peersOf(subject, how) {
      const { circle, members } = circlesBy(how);
      return members.get(circle(subject)) ?? [];
    },
    indicator,
    elapsed: (schedule) => dueBy(schedule, scheme.period.to),
    isListed: (list, at) => isListed(list, at, ground),

    read(source, { subject }) {
      const reading = subject.readings.get(keyOfSource(source));
      if (!reading) throw new RangeError(`${subject.unit.code} has no answer to ${keyOfSource(source)}`);
      return reading;
    },

    find(source, at) {
      if (at.item || at.own || at.result || at.skipped) return findBy(source, at, ground);
      const known = found.get(source) ?? new Map<Subject, Found>();
      found.set(source, known);
      const result = known.get(at.subject) ?? findBy(source, at, ground);
      known.set(at.subject, result);
      return result;
    },
  };
  return ground;
}

/** Who is in which circle. */
interface Circles {
  readonly circle: (subject: Subject) => string;
  readonly members: ReadonlyMap<string, readonly Subject[]>;
}
