import { type Day, type UnitCode } from '#libs/values';
import { type ProjectChange } from '../../domain/project.commands.js';

/** A unit that a change names, the field it stands in, and the day on which it has to exist. */
interface NamedInField {
  readonly unit: UnitCode;
  readonly field: string;
  readonly on: Day;
}

/** The units that a change names: they have to exist. */
export function unitsNamedIn(change: ProjectChange): NamedInField[] {
  switch (change.kind) {
    case 'hand-over':
      return [{ unit: change.facts.toUnit, field: 'toUnit', on: change.facts.occurredOn }];
    case 'assign-group':
      return [{ unit: change.facts.group, field: 'group', on: change.facts.occurredOn }];
    case 'fix-responsibility':
      return [{ unit: change.facts.unit, field: 'unit', on: change.facts.occurredOn }];
    case 'share-credit':
      return change.facts.shares.map(({ unit }, index) => ({
        unit,
        field: `shares.${index}.unit`,
        on: change.facts.occurredOn,
      }));
    case 'correct-fact':
      return unitsNamedIn(change.said);
    default:
      return [];
  }
}
