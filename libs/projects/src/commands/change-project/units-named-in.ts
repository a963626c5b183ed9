import { type UnitCode } from '#libs/values';
import { type ProjectChange } from '../../domain/project.commands.js';

/** The units that a change names, each with the field it stands in: they have to exist. */
export function unitsNamedIn(change: ProjectChange): { readonly unit: UnitCode; readonly field: string }[] {
  switch (change.kind) {
    case 'hand-over':
      return [{ unit: change.facts.toUnit, field: 'toUnit' }];
    case 'assign-group':
      return [{ unit: change.facts.group, field: 'group' }];
    case 'fix-responsibility':
      return [{ unit: change.facts.unit, field: 'unit' }];
    case 'share-credit':
      return change.facts.shares.map(({ unit }, index) => ({ unit, field: `shares.${index}.unit` }));
    default:
      return [];
  }
}
