import { type CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { requireUnit } from '#libs/units';
import { type InputPlace } from '../domain/inputs/input.events.js';
import { type Scheme } from '../domain/scheme.js';

/**
 * Sees to it that each place's subject can be one of the scheme's: one that it lists or, where it doesn't, a registered
 * unit. @throws Refusal INPUT.NOT_A_SUBJECT, UNIT.UNKNOWN
 */
export async function requireSubjects(
  runner: CommandRunner,
  { subjects, name }: Scheme,
  entries: readonly { readonly place: InputPlace }[],
  fieldOf: (index: number) => string,
): Promise<void> {
  const listed = listedIn(subjects);
  for (const [
    index,
    {
      place: { subject },
    },
  ] of entries.entries()) {
    if (subject === undefined) continue;
    if (listed)
      refuseUnless(
        listed.has(subject),
        'invalid',
        'INPUT.NOT_A_SUBJECT',
        `“${subject}”不是方案“${name}”的考核对象`,
        fieldOf(index),
      );
    else await requireUnit(runner, subject, fieldOf(index));
  }
}

/** The codes that the scheme lists; undefined when it is for whoever is registered. */
function listedIn(subjects: Scheme['subjects']): ReadonlySet<string> | undefined {
  return subjects.kind === 'units' ? new Set(subjects.units) : undefined;
}
