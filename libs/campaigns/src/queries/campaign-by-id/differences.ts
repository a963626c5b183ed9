import { isDeepStrictEqual } from 'node:util';
import { type Contest, type FinalRow, type FinalTable } from '../../domain/campaign.events.js';

/** An entrant's place and value, frozen and as they would be now. */
export interface Difference {
  readonly contest: Contest;
  readonly unit: FinalRow['unit'];
  /** Absent for a rate that had, or has, nothing to divide by. */
  readonly final?: Standing;
  readonly now?: Standing;
}

type Standing = Pick<FinalRow, 'rank' | 'value' | 'numerator' | 'denominator'>;

/** Where the tables of today and the frozen ones of the same contests say something else of an entrant. */
export const differencesOf = (final: readonly FinalTable[], now: readonly FinalTable[]): Difference[] =>
  final.flatMap(({ contest, rows }, index) => {
    const frozen = byUnit(rows);
    const live = byUnit(now[index]?.rows ?? []);
    return [...new Map([...frozen, ...live]).values()].flatMap(({ unit }) => {
      const [before, after] = [frozen.get(unit.code), live.get(unit.code)].map((row) => row && standingOf(row));
      if (isDeepStrictEqual(before, after)) return [];
      return [{ contest, unit, ...(before && { final: before }), ...(after && { now: after }) }];
    });
  });

const byUnit = (rows: readonly FinalRow[]): Map<string, FinalRow> => new Map(rows.map((row) => [row.unit.code, row]));

const standingOf = ({ unit: _, ...standing }: FinalRow): Standing => standing;
