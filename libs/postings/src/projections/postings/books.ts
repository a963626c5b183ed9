import { type SequencedEvent } from '#libs/eventsourcing';
import { type SubjectRow, type UnitAccountRow } from './account.entities.js';
import { type Accounts } from './accounts.js';
import { type Draft } from './draft.js';
import { type PostingRow } from './posting.entity.js';
import { type Difference } from './rules/project/drafts.js';
import { type ProjectChanges } from './rules/project/project-changes.js';

/** Rows that the ledger gains. */
export interface NewRows {
  readonly units: UnitAccountRow[];
  readonly subjects: SubjectRow[];
  readonly postings: PostingRow[];
}

/** What the ledger already knows, and what the batch changes in its projects. */
export interface Known extends Pick<NewRows, 'subjects' | 'postings'> {
  readonly accounts: Accounts;
  readonly changes: ProjectChanges;
}

/** The part of the ledger that a batch of events needs, and what the batch adds to it. */
export class Books {
  readonly added: NewRows = { units: [], subjects: [], postings: [] };
  private readonly accounts: Accounts;
  private readonly subjects = new Map<string, SubjectRow>();
  /** What the batch changes in its projects. */
  readonly changes: ProjectChanges;
  /** Those that stand, by stream and then by seq and line. */
  private readonly postings = new Map<string, Map<string, PostingRow>>();
  /** Those that take others back, of the streams that are no projects'. */
  private readonly reversals = new Map<string, PostingRow[]>();

  constructor(known: Known) {
    this.accounts = known.accounts;
    known.subjects.forEach((subject) => this.subjects.set(subject.stream, subject));
    this.changes = known.changes;
    known.postings.forEach((posting) => this.file(posting));
  }

  /** What an event changes in what its project counts for; undefined when it leaves the project as it was. */
  difference({ seq }: SequencedEvent): Difference | undefined {
    return this.changes.differences.get(seq);
  }

  /** Who answers for a lead. */
  subject(stream: string): SubjectRow | undefined {
    return this.subjects.get(stream);
  }

  /** The entries of a stream that nothing has taken back; of a project only where some are to be. */
  standing(stream: string): PostingRow[] {
    return [...(this.postings.get(stream)?.values() ?? [])];
  }

  /** The entries by which events of a stream that is no project's took others back. */
  takenBackBy(stream: string, eventIds: readonly string[]): PostingRow[] {
    return (this.reversals.get(stream) ?? []).filter(({ eventId }) => eventIds.includes(eventId));
  }

  /** The entries standing under a unit that by now isn't the one that answers on their day, in the order of the ledger. */
  misplaced(): PostingRow[] {
    const standing = [...this.postings.values()].flatMap((entries) => [...entries.values()]);
    return standing.filter(({ unit, holder, day }) => this.accounts.answering(holder, day) !== unit).sort(bySeq);
  }

  addUnit(unit: UnitAccountRow): void {
    this.accounts.add(unit);
    this.added.units.push(unit);
  }

  addSubject(subject: SubjectRow): void {
    this.subjects.set(subject.stream, subject);
    this.added.subjects.push(subject);
  }

  /** @param stream whose matter the entries are: the event's own stream unless it says something of another's. */
  post(event: SequencedEvent, drafts: readonly Draft[], stream = event.stream): void {
    drafts.forEach((draft, index) => {
      const posting: PostingRow = {
        project: null,
        totalInvestment: null,
        fixedAssetInvestment: null,
        chain: null,
        share: '1',
        grade: null,
        evidence: null,
        reversesSeq: null,
        reversesLine: null,
        item: '',
        holder: draft.unit,
        factId: event.id,
        stream,
        ...draft,
        ...this.whose(draft),
        seq: String(event.seq),
        line: index + 1,
        eventId: event.id,
      };
      this.file(posting);
      this.added.postings.push(posting);
    });
  }

  /** The unit of the posting's day, and its group; what takes a posting back goes where that went. */
  private whose({ unit, group = null, day, reversesSeq }: Draft): Pick<PostingRow, 'unit' | 'group'> {
    if (reversesSeq) return { unit, group };
    const answering = this.accounts.answering(unit, day);
    return { unit: answering, group: this.accounts.group(answering, day) };
  }

  private file(posting: PostingRow): void {
    const { stream, seq, line, project, reversesSeq, reversesLine } = posting;
    if (project === null && reversesSeq !== null)
      this.reversals.set(stream, [...(this.reversals.get(stream) ?? []), posting]);
    const standing = this.postings.get(stream) ?? new Map<string, PostingRow>();
    this.postings.set(stream, standing);
    if (reversesSeq === null) standing.set(`${seq}.${line}`, posting);
    else standing.delete(`${reversesSeq}.${reversesLine}`);
  }
}

/** The order in which entries came about. */
export const bySeq = (a: PostingRow, b: PostingRow): number => Number(BigInt(a.seq) - BigInt(b.seq)) || a.line - b.line;
