import { type SequencedEvent } from '#libs/eventsourcing';
import { type Project } from '#libs/projects';
import { type ProjectAccountRow, type SubjectRow, type UnitAccountRow } from './account.entities.js';
import { Accounts } from './accounts.js';
import { type PostingRow } from './posting.entity.js';

/** What a rule says to post; the rest of the entry follows from the event. Amounts in 万元. */
export type Draft = Pick<PostingRow, 'metric' | 'unit' | 'day' | 'quantity'> &
  Partial<
    Pick<
      PostingRow,
      | 'group'
      | 'project'
      | 'totalInvestment'
      | 'fixedAssetInvestment'
      | 'chain'
      | 'share'
      | 'grade'
      | 'evidence'
      | 'item'
      | 'holder'
      | 'factId'
      | 'reversesSeq'
      | 'reversesLine'
    >
  >;

/** Rows that the ledger gains. */
export interface NewRows {
  readonly units: UnitAccountRow[];
  readonly subjects: SubjectRow[];
  readonly postings: PostingRow[];
}

/** What the ledger already knows. */
export interface Known extends NewRows {
  readonly projects: readonly ProjectAccountRow[];
}

/** The part of the ledger that a batch of events needs, and what the batch adds to it. */
export class Books {
  readonly added: NewRows = { units: [], subjects: [], postings: [] };
  private readonly accounts: Accounts;
  private readonly subjects = new Map<string, SubjectRow>();
  private readonly projects = new Map<string, ProjectAccountRow>();
  /** Those that stand, by stream and then by seq and line. */
  private readonly postings = new Map<string, Map<string, PostingRow>>();

  constructor(known: Known) {
    this.accounts = new Accounts(known.units);
    known.subjects.forEach((subject) => this.subjects.set(subject.stream, subject));
    known.projects.forEach((project) => this.projects.set(project.stream, project));
    known.postings.forEach((posting) => this.file(posting));
  }

  /** A project as its events have left it so far. */
  project(stream: string): Project | undefined {
    return this.projects.get(stream)?.state;
  }

  setProject(project: ProjectAccountRow): void {
    this.projects.set(project.stream, project);
  }

  /** All projects that the batch is about. */
  projectAccounts(): ProjectAccountRow[] {
    return [...this.projects.values()];
  }

  /** Who answers for a lead. */
  subject(stream: string): SubjectRow | undefined {
    return this.subjects.get(stream);
  }

  /** The entries of a stream that nothing has taken back. */
  standing(stream: string): PostingRow[] {
    return [...(this.postings.get(stream)?.values() ?? [])];
  }

  addUnit(unit: UnitAccountRow): void {
    this.accounts.add(unit);
    this.added.units.push(unit);
  }

  addSubject(subject: SubjectRow): void {
    this.subjects.set(subject.stream, subject);
    this.added.subjects.push(subject);
  }

  post(event: SequencedEvent, drafts: readonly Draft[]): void {
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
        ...draft,
        ...this.whose(draft),
        seq: String(event.seq),
        line: index + 1,
        eventId: event.id,
        stream: event.stream,
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
    const { stream, seq, line, reversesSeq, reversesLine } = posting;
    const standing = this.postings.get(stream) ?? new Map<string, PostingRow>();
    this.postings.set(stream, standing);
    if (reversesSeq === null) standing.set(`${seq}.${line}`, posting);
    else standing.delete(`${reversesSeq}.${reversesLine}`);
  }
}
