import { type Projection } from '#libs/projections';
import { continuedStreams, selectRows, upsertRows } from '#libs/read-models';
import { DUPLICATE_INDEX, LabelRow, SubjectRow } from './duplicate-index.entities.js';
import { soundGrams } from './name-grams.js';
import { subjectAfter, subjectOf } from './subject.js';

/** What every lead, project and entry of the reserve may be recognised by: credit code, parcels, and names by their sound. */
export const duplicateIndexProjection: Projection = {
  ...DUPLICATE_INDEX,
  entities: [SubjectRow, LabelRow],
  onPoison: 'park',

  async apply(events, sql) {
    const ofSubjects = events.filter(({ stream }) => subjectOf(stream) !== undefined);
    const streams = continuedStreams(ofSubjects);
    const known = streams.length > 0 ? await selectRows(sql, SubjectRow, 'stream = any($1)', streams) : [];
    const before = new Map(known.map((row) => [row.stream, row]));
    const rows = new Map(before);
    for (const event of ofSubjects) {
      const row = subjectAfter(rows.get(event.stream), event);
      if (row) rows.set(event.stream, row);
    }
    const changed = [...rows.values()].filter((row) => row !== before.get(row.stream));
    await upsertRows(sql, SubjectRow, changed);
    await upsertRows(
      sql,
      LabelRow,
      changed.flatMap((row) => labelsOf(row, before.get(row.stream))),
    );
  },
};

/** The names that are new or different: an event that renames nothing costs no label. */
function labelsOf(row: SubjectRow, before: SubjectRow | undefined): LabelRow[] {
  return (['title', 'enterprise'] as const).flatMap((part) => {
    const text = row[part];
    if (text === null || text === before?.[part]) return [];
    return [{ stream: row.stream, part, text, sounds: soundGrams(text) }];
  });
}
