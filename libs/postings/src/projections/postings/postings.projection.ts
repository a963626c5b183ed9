import { Memory, type Projection } from '#libs/projections';
import { insertRows, keepFacts } from '#libs/read-models';
import { ProjectFactRow, SubjectRow, UnitAccountRow } from './account.entities.js';
import { openBooks } from './open-books.js';
import { POSTINGS, PostingRow } from './posting.entity.js';
import { rules } from './rules/index.js';

/** The ledger of all that counts: insert-only, so that any total can be had as it was known at any seq. */
export const postingsProjection: Projection = {
  ...POSTINGS,
  entities: [PostingRow, UnitAccountRow, SubjectRow, ProjectFactRow],
  onPoison: 'park',
  // A posting keeps the group that its unit is in when it is posted.
  readsAcrossStreams: true,

  async apply(events, sql, memory = new Memory()) {
    const posted = events.filter(({ type }) => rules.has(type));
    const books = await openBooks(posted, sql, memory);
    for (const event of posted) rules.get(event.type)?.(event as never, books);
    await insertRows(sql, UnitAccountRow, books.added.units);
    await insertRows(sql, SubjectRow, books.added.subjects);
    await keepFacts(sql, ProjectFactRow, books.changes.facts);
    await insertRows(sql, PostingRow, books.added.postings);
    for (const [id, account] of books.changes.projects) memory.keep(id, account);
    for (const subject of books.added.subjects) memory.keep(subject.stream, subject);
  },
};
