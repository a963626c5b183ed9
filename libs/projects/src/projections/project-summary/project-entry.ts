import { type Milestone } from '../../domain/project.events.js';
import { type Project, type Reached, stageOf } from '../../domain/project.state.js';
import { type ProjectRow } from './project-summary.entity.js';

const COLUMNS = {
  contract: { on: 'signedOn', event: 'signedEvent' },
  land: { on: 'landOn', event: 'landEvent' },
  start: { on: 'startedOn', event: 'startedEvent' },
  output: { on: 'outputOn', event: 'outputEvent' },
} as const satisfies Partial<Record<Milestone, { on: keyof ProjectRow; event: keyof ProjectRow }>>;

/** A project, and where its stream stands. */
export interface Entry {
  readonly id: string;
  readonly project: Project;
  /** The seq of its first event, as text. */
  readonly openedSeq: string;
  readonly revision: bigint;
}

/** The row that shows a project. */
export const rowOf = ({ id, project, openedSeq, revision }: Entry): ProjectRow => ({
  id,
  name: project.name,
  unit: project.unit,
  place: project.place ?? null,
  chain: project.chain ?? null,
  leadId: project.leadId ?? null,
  stage: stageOf(project),
  openedOn: project.openedOn,
  openedSeq,
  signedOn: project.reached.contract?.on ?? null,
  signedEvent: project.reached.contract?.eventId ?? null,
  landOn: project.reached.land?.on ?? null,
  landEvent: project.reached.land?.eventId ?? null,
  startedOn: project.reached.start?.on ?? null,
  startedEvent: project.reached.start?.eventId ?? null,
  outputOn: project.reached.output?.on ?? null,
  outputEvent: project.reached.output?.eventId ?? null,
  totalInvestment: project.totalInvestment ?? null,
  fixedAssetInvestment: project.fixedAssetInvestment ?? null,
  revision: String(revision),
});

/** What a row shows, ready to evolve further. */
export const entryOf = (row: ProjectRow): Entry => ({
  id: row.id,
  openedSeq: row.openedSeq,
  revision: BigInt(row.revision),
  project: {
    name: row.name,
    unit: row.unit,
    place: row.place ?? undefined,
    chain: row.chain ?? undefined,
    leadId: row.leadId ?? undefined,
    openedOn: row.openedOn,
    reached: reachedIn(row),
    totalInvestment: row.totalInvestment ?? undefined,
    fixedAssetInvestment: row.fixedAssetInvestment ?? undefined,
  },
});

function reachedIn(row: ProjectRow): Project['reached'] {
  const reached: Partial<Record<Milestone, Reached>> = {};
  for (const milestone of Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]) {
    const { on, event } = COLUMNS[milestone];
    const [day, eventId] = [row[on], row[event]];
    if (day && eventId) reached[milestone] = { eventId, on: day };
  }
  return reached;
}
