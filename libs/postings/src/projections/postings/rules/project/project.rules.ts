import { type SequencedEvent } from '#libs/eventsourcing';
import { PROJECT_EVENT_TYPES, type ProjectEvent, evolveProject, projectIdOf } from '#libs/projects';
import { Decimal } from '#libs/values';
import { type Books, type Draft } from '../../books.js';
import { type PostingRow } from '../../posting.entity.js';
import { type Rule } from '../rule.js';
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
  const wanted = new Map(drafts.map((draft) => [keyOf(draft), draft]));
  const fallen = books.standing(stream).filter((posting) => !wanted.delete(keyOf(draftIn(posting))));
  return [...fallen.map(reversal), ...wanted.values()];
}

/** The draft that an entry was made from. */
const draftIn = ({ holder, ...posting }: PostingRow): Draft => ({ ...posting, unit: holder });

/** 红冲: the same again with the opposite sign, where it was posted. */
const reversal = ({ seq, line, quantity, ...posting }: PostingRow): Draft => ({
  ...posting,
  quantity: new Decimal(quantity).negated().toFixed(),
  reversesSeq: seq,
  reversesLine: line,
});

/** Two drafts of the same key say the same. */
const keyOf = (draft: Draft): string => {
  const { metric, item, day, unit, factId, grade, evidence, chain, share, quantity } = draft;
  const size = [draft.totalInvestment, draft.fixedAssetInvestment];
  return JSON.stringify([
    metric,
    item,
    day,
    unit,
    factId,
    grade,
    evidence,
    chain,
    size,
    ...[share, quantity].map(plain),
  ]);
};

const plain = (value: string | undefined): string => new Decimal(value ?? 1).toFixed();

export const projectRules: Readonly<Record<string, Rule<ProjectEvent>>> = Object.fromEntries(
  PROJECT_EVENT_TYPES.map((type) => [type, repost]),
);
