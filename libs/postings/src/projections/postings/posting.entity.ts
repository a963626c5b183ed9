import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { schemaOf } from '#libs/projections';
import { PROJECT_METRICS } from '#libs/projects';
import { type Day, type EvidenceKind, type Grade, type Money, type UnitCode } from '#libs/values';

export const POSTINGS = { name: 'postings', version: 11 } as const;
export const schema = schemaOf(POSTINGS);

/** What the ledger counts. */
export const POSTED_METRICS = [
  'leads',
  'qualified-leads',
  'outings',
  'receptions',
  'residences',
  'enterprise-visits',
  'planned-projects',
  'reserve-projects',
  ...PROJECT_METRICS,
] as const;
export type PostedMetric = (typeof POSTED_METRICS)[number];

/** What projects are counted by, in tables and rates; amounts are several a project and month. */
const COUNTED: readonly PostedMetric[] = [
  'signed-projects',
  'registered-projects',
  'landed-projects',
  'started-projects',
  'completed-projects',
  'producing-projects',
  'output-reached-projects',
  'terms-due',
  'terms-met',
  'planned-starts',
];

/** Of leads, visits and the reserve: found by their streams, for they name no project. */
export const OF_NO_PROJECT = 'project is null';

/** Posted under the heir of the unit that the matter names. */
export const MOVED = 'unit <> holder';

/** One entry of the ledger: so much of a metric, for a unit, on a day. Written once, never changed. */
@Entity({ schema, name: 'posting' })
@Index(['metric', 'day'])
// All that a league table of projects adds up and asks for, so that it is answered from the index alone.
@Index(
  [
    ...['metric', 'day', 'seq', 'unit', 'project', 'item', 'quantity', 'share'],
    ...['totalInvestment', 'fixedAssetInvestment', 'group', 'chain'],
  ],
  { where: `metric in (${COUNTED.map((metric) => `'${metric}'`).join(', ')})` },
)
@Index(['project', 'metric'], { where: 'project is not null' })
@Index(['stream'], { where: OF_NO_PROJECT })
@Index(['holder'], { where: MOVED })
@Index(['reversesSeq', 'reversesLine'], { unique: true, where: 'reverses_seq is not null' })
export class PostingRow {
  /** The event's ordinal in the log: when the ledger came to know. */
  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  /** From 1 within the event. */
  @PrimaryColumn({ type: 'int' })
  line: number;

  @Column({ type: 'text' })
  metric: PostedMetric;

  /** Which of several of a project: a promise of its contract, by name or day; empty where there is only one. */
  @Column({ type: 'text' })
  item: string;

  /** The unit that answers on the day. */
  @Column({ type: 'text' })
  unit: UnitCode;

  /** The assessment group of that unit on the day, as known when it was posted; null when no one had registered the unit. */
  @Column({ name: 'unit_group', type: 'text', nullable: true })
  group: string | null;

  @Column({ type: 'text', nullable: true })
  project: string | null;

  @Column({ type: 'date' })
  day: Day;

  /** The unit that the lead, visit or project itself names; `unit` answers for its matters on the day. */
  @Column({ type: 'text' })
  holder: UnitCode;

  /** Decimal text: what counts, of an amount the unit's share; a reversal has the opposite sign. */
  @Column({ type: 'numeric' })
  quantity: string;

  /** 万元, of the whole project whatever the share. */
  @Column({ name: 'total_investment', type: 'numeric', nullable: true })
  totalInvestment: Money | null;

  /** 万元, of the whole project whatever the share. */
  @Column({ name: 'fixed_asset_investment', type: 'numeric', nullable: true })
  fixedAssetInvestment: Money | null;

  @Column({ type: 'text', nullable: true })
  chain: string | null;

  /** The part, of one, that the unit is credited with. */
  @Column({ type: 'numeric' })
  share: string;

  @Column({ type: 'text', nullable: true })
  grade: Grade | null;

  /** The kinds of paper that prove it; null where none are asked for. */
  @Column({ type: 'jsonb', nullable: true })
  evidence: readonly EvidenceKind[] | null;

  /** The event at `seq`, by which the entry came about. */
  @Column({ name: 'event_id', type: 'uuid' })
  eventId: string;

  /** The event that recorded what counts: another than `eventId` where a later one moved, divided or re-graded it. */
  @Column({ name: 'fact_id', type: 'uuid' })
  factId: string;

  @Column({ type: 'text' })
  stream: string;

  /** The entry that this one takes back (红冲): its seq and line. */
  @Column({ name: 'reverses_seq', type: 'bigint', nullable: true })
  reversesSeq: string | null;

  @Column({ name: 'reverses_line', type: 'int', nullable: true })
  reversesLine: number | null;
}
