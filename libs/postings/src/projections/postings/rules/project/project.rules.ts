import { type SequencedEvent } from '#libs/eventsourcing';
import { PROJECT_EVENT_TYPES, type ProjectEvent, evolveProject, projectIdOf } from '#libs/projects';
import { type UnitCode } from '#libs/values';
import { type Books, type Draft } from '../../books.js';
import { type PostingRow } from '../../posting.entity.js';
import { type Rule } from '../rule.js';
import { reversal } from '../take-back.js';
import { draftsOf } from './drafts.js';

/**
 * After each event the ledger holds exactly what the project's standing facts count for: an entry that they no longer
 * count for is taken back (红冲), what they newly count for is posted, and what stays the same is not touched.
 */
const repost: Rule<ProjectEvent> = (event, books) => {
  const id = projectIdOf(event.stream);
  const project = evolveProject(books.project(event.stream), event as SequencedEvent<ProjectEvent> & ProjectEvent);
  if (id === undefined || !project) return;
  books.setProject({ stream: event.stream, state: project });
  books.post(event, changes(books, event.stream, draftsOf(id, project)));
};

function changes(books: Books, stream: string, drafts: readonly Draft[]): Draft[] {
  const wanted = new Map(drafts.map((draft) => [keyOf(draft, draft.unit), draft]));
  const fallen = books.standing(stream).filter((posting) => !wanted.delete(keyOfEntry(posting)));
  return [...fallen.map(reversal), ...wanted.values()];
}

type Said = Omit<Draft, 'unit' | 'group' | 'holder' | 'project' | 'reversesSeq' | 'reversesLine'>;

/** What is posted under the same key says the same; decimals have one spelling, here and in the database. */
const keyOf = (said: Said, holder: UnitCode): string =>
  JSON.stringify([
    ...[said.metric, said.item, said.day, holder, said.quantity, said.share, said.factId, said.grade, said.evidence],
    ...[said.chain, said.totalInvestment, said.fixedAssetInvestment],
  ]);

/** An entry stands for many events: its key is made once. */
const keys = new WeakMap<PostingRow, string>();
function keyOfEntry(entry: PostingRow): string {
  const known = keys.get(entry);
  if (known !== undefined) return known;
  const key = keyOf(entry, entry.holder);
  keys.set(entry, key);
  return key;
}

export const projectRules: Readonly<Record<string, Rule<ProjectEvent>>> = Object.fromEntries(
  PROJECT_EVENT_TYPES.map((type) => [type, repost]),
);
