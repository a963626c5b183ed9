import { Refusal } from '#libs/eventsourcing';
import { isDay } from '#libs/values';

/** The place after which the next page begins, as text that clients hand back unread. */
export const cursorOf = (...place: (string | number)[]): string => Buffer.from(place.join('.')).toString('base64url');

/** The whole numbers of a cursor, as text. @throws Refusal CURSOR.INVALID when `cursorOf` never made it. */
export const placeOf = (cursor: string, parts: number): string[] =>
  placeLike(
    cursor,
    Array.from({ length: parts }, () => /^\d{1,18}$/),
  );

// The database takes no 30th of February.
const DAY_SHAPED = /^\d{4}-\d{2}-\d{2}$/;

/** The parts of a cursor, each of the form that stands in its place. @throws Refusal CURSOR.INVALID when one is not. */
export function placeLike(cursor: string, forms: readonly RegExp[]): string[] {
  const place = Buffer.from(cursor, 'base64url').toString().split('.');
  const valid =
    place.length === forms.length &&
    place.every((part, index) => forms[index]?.test(part) && (!DAY_SHAPED.test(part) || isDay(part)));
  if (!valid) throw new Refusal('invalid', 'CURSOR.INVALID', '翻页标记无效，请从第一页重新查询', 'cursor');
  return place;
}

/** One page of a list and, when there is more, the cursor of the next. */
export interface Page<Row> {
  readonly rows: Row[];
  readonly next?: string;
}

/** Cuts a page out of rows that were read one beyond `limit`. */
export function pageOf<Row>(rows: Row[], limit: number, cursor: (last: Row) => string): Page<Row> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return rows.length > limit && last ? { rows: page, next: cursor(last) } : { rows: page };
}
