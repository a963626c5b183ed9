import { type Day, type UnitCode } from '#libs/values';
import { type UnitAccountRow } from './account.entities.js';

/** Under whom, and in which assessment group, the ledger posts on a day: as the units' own streams have said so far. */
export class Accounts {
  private readonly rows = new Map<UnitCode, UnitAccountRow[]>();

  /** In the order of their seqs. */
  constructor(known: readonly UnitAccountRow[]) {
    known.forEach((row) => this.add(row));
  }

  add(row: UnitAccountRow): void {
    const rows = this.rows.get(row.code);
    if (rows) rows.push(row);
    else this.rows.set(row.code, [row]);
  }

  /** The unit that answers for another's matters on a day: itself until it has merged, then whoever it merged into. */
  answering(unit: UnitCode, day: Day): UnitCode {
    const passed = new Set([unit]);
    let answering = unit;
    for (;;) {
      const heir = this.last(answering, day, 'mergedInto');
      if (heir === undefined || passed.has(heir)) return answering;
      passed.add(heir);
      answering = heir;
    }
  }

  group(unit: UnitCode, day: Day): string | null {
    return this.last(unit, day, 'group') ?? null;
  }

  private last(unit: UnitCode, day: Day, what: 'group' | 'mergedInto'): string | undefined {
    const row = this.rows.get(unit)?.findLast((row) => row[what] !== null && (row.from === ALWAYS || row.from <= day));
    return row?.[what] ?? undefined;
  }
}

/** The day from which what a unit was registered with holds: its records of earlier days are posted under it too. */
export const ALWAYS: Day = '-infinity';
