import { type NamedUnit, type UnitNaming } from '#libs/units';
import { type Day, daysBetween } from '#libs/values';
import { OPEN_STAGES, type ReserveEntry } from '../domain/reserve.state.js';

/** An entry as the API shows it. */
export interface ShownEntry extends Omit<ReserveEntry, 'unit' | 'since' | 'steps'> {
  readonly id: string;
  readonly unit: NamedUnit;
  /** Days without movement, counted to the day asked about; absent before the last movement and after the end. */
  readonly idleDays?: number;
  /** The revision of its stream, as text: what `If-Match` names. */
  readonly revision: string;
}

/** The entry, idle as of the day `on`. */
export function shownEntry(
  { id, entry, revision }: { readonly id: string; readonly entry: ReserveEntry; readonly revision: string },
  on: Day,
  nameOf: UnitNaming,
): ShownEntry {
  const { since, steps, unit, ...facts } = entry;
  const idleDays = daysBetween(entry.movedOn, on);
  return {
    id,
    ...facts,
    unit: nameOf(unit),
    idleDays: OPEN_STAGES.includes(entry.stage) && idleDays >= 0 ? idleDays : undefined,
    revision,
  };
}
