import { type CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { requireUnit } from '#libs/units';
import { type InputPlace } from '../domain/inputs/input.events.js';
import { type InputSlot } from '../domain/inputs/slots.js';
import { type Scheme } from '../domain/scheme.js';

/**
 * Sees to it that each place's subject can be one of the scheme's: one that it lists or, where it lists none, a registered
 * unit; people, groups and projects are in no register that commands could ask. @throws Refusal INPUT.NOT_A_SUBJECT, UNIT.UNKNOWN
 */
export async function requireSubjects(
  runner: CommandRunner,
  { subjects, name }: Scheme,
  entries: readonly { readonly place: InputPlace; readonly slot: InputSlot }[],
  fieldOf: (index: number) => string,
): Promise<void> {
  const listed = listedIn(subjects);
  const isOfUnits = !('of' in subjects) || subjects.of === undefined || subjects.of === 'unit';
  for (const [index, { place, slot }] of entries.entries()) {
    const { subject } = place;
    const isMember = slot.kind === 'certified' && slot.of === 'member';
    if (subject === undefined || isMember) continue;
    const message = `“${subject}”不是方案“${name}”的考核对象`;
    if (listed) refuseUnless(listed.has(subject), 'invalid', 'INPUT.NOT_A_SUBJECT', message, fieldOf(index));
    else if (isOfUnits) await requireUnit(runner, subject, fieldOf(index));
  }
}

/** The codes that the scheme lists; undefined when it is for whoever is registered, or for what no register has. */
function listedIn(subjects: Scheme['subjects']): ReadonlySet<string> | undefined {
  switch (subjects.kind) {
    case 'units':
      return new Set(subjects.units);
    case 'list':
      return new Set(subjects.codes);
    case 'groups': {
      const groups = subjects.groups.map(({ codes }) => codes);
      return groups.every((codes) => codes !== undefined) ? new Set(groups.flat()) : undefined;
    }
    default:
      return undefined;
  }
}
