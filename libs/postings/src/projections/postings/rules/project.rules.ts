import {
  type ConstructionStarted,
  type ContractSigned,
  type DesignCapacityReached,
  type FigureVoided,
  type LandSecured,
  type ProjectEvent,
  projectIdOf,
} from '#libs/projects';
import { type SequencedEvent } from '#libs/eventsourcing';
import { type Books } from '../books.js';
import { type PostedMetric, type PostingRow } from '../posting.entity.js';
import { type Rule, type RulesOf } from './rule.js';

type Amounts = Pick<PostingRow, 'totalInvestment' | 'fixedAssetInvestment'>;
type Milestone = ContractSigned | LandSecured | ConstructionStarted | DesignCapacityReached;

/** One project reaches a milestone, for the unit that answers for it. */
function post(metric: PostedMetric, event: SequencedEvent<Milestone>, books: Books, amounts: Amounts) {
  const project = books.subject(event.stream);
  if (!project) return;
  const { totalInvestment, fixedAssetInvestment } = amounts;
  books.post(event, [
    {
      metric,
      unit: project.unit,
      project: projectIdOf(event.stream),
      day: event.data.occurredOn,
      quantity: '1',
      totalInvestment,
      fixedAssetInvestment,
      chain: project.chain,
      grade: event.data.grade,
    },
  ]);
}

const NO_AMOUNTS: Amounts = { totalInvestment: null, fixedAssetInvestment: null };

/** A later milestone has the size of the contract that stands: every count of projects knows the same bands. */
const underContract =
  (metric: PostedMetric): Rule<LandSecured | ConstructionStarted | DesignCapacityReached> =>
  (event, books) =>
    post(metric, event, books, books.lastStanding(event.stream, 'signed-projects') ?? NO_AMOUNTS);

/** 红冲: what the named event posted is posted again with the opposite sign, on its own day; once. */
const reverse: Rule<FigureVoided> = (event, books) => {
  const voided = books.standing(event.stream).filter(({ eventId }) => eventId === event.data.eventId);
  books.post(
    event,
    voided.map(({ seq, line, quantity, ...posting }) => ({
      ...posting,
      quantity: `-${quantity}`,
      reversesSeq: seq,
      reversesLine: line,
    })),
  );
};

export const projectRules: RulesOf<ProjectEvent> = {
  ProjectOpened: ({ stream, data: { unit, chain = null } }, books) => books.addSubject({ stream, unit, chain }),
  ContractSigned: (event, books) => post('signed-projects', event, books, event.data),
  LandSecured: underContract('land-secured-projects'),
  ConstructionStarted: underContract('started-projects'),
  DesignCapacityReached: underContract('output-reached-projects'),
  FigureVoided: reverse,
};
