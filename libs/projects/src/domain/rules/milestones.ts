import { refuseUnless } from '#libs/eventsourcing';
import { canonicalArea, canonicalCreditCode, canonicalMoney, compareMoney, gradeOf } from '#libs/values';
import { MILESTONE_EVENTS } from '../evolve/milestones.evolve.js';
import { type Claim, type CorrectMilestone, type MilestoneTerms, type ReachMilestone } from '../project.commands.js';
import { type Milestone, type ProjectEvent, type Terms } from '../project.events.js';
import { type Project, termsOf } from '../project.state.js';
import { type Given, refuseClosed } from './given.js';
import { NAMES, refuseOutOfOrder } from './order.js';
import { soundTerms } from './terms.js';

/** What each milestone states besides its proof, in one spelling. @throws Refusal */
const STATED: { readonly [M in Milestone]: (terms: MilestoneTerms[M], given: Given) => object } = {
  contract: (terms, { at }) => soundTerms<Terms & Claim>(terms, terms.occurredOn, at),
  registration: ({ creditCode, capital, ...terms }) => ({
    ...terms,
    creditCode: creditCode && canonicalCreditCode(creditCode),
    capital: capital && canonicalMoney(capital),
  }),
  land: ({ mu, price, ...terms }) => ({ ...terms, mu: canonicalArea(mu), price: price && canonicalMoney(price) }),
  start: (terms) => terms,
  completion: (terms) => terms,
  acceptance: (terms) => terms,
  handover: (terms) => terms,
  production: (terms) => terms,
  output: ({ outputPerYear, ...terms }, { project, at }) => {
    const reached = canonicalMoney(outputPerYear);
    refuseBelowContract(reached, termsOf(project), at);
    return { ...terms, outputPerYear: reached };
  },
};

function refuseBelowContract(reached: string, terms: Terms | undefined, at: string): void {
  const promised = terms?.outputPerYear;
  refuseUnless(
    promised === undefined || compareMoney(reached, promised) >= 0,
    'invalid',
    'PROJECT.OUTPUT_BELOW_CONTRACT',
    `年产值 ${reached} 万元未达到合同约定的 ${promised} 万元，不是达产`,
    `${at}outputPerYear`,
  );
}

/** The event's data: what the terms state, and how far it is proved. */
function factIn<M extends Milestone>(milestone: M, terms: MilestoneTerms[M], given: Given): object {
  const { occurredOn, evidence = [] } = terms as Claim;
  refuseOutOfOrder(milestone, occurredOn, given);
  return { ...STATED[milestone](terms, given), occurredOn, evidence, grade: gradeOf(evidence) };
}

/** A milestone is reached, once (features.md P1). @throws Refusal */
export function reachMilestone({ milestone, terms }: Omit<ReachMilestone, 'kind'>, given: Given): ProjectEvent[] {
  const { project } = given;
  refuseUnless(
    !project.reached[milestone],
    'conflict',
    `PROJECT.${milestone.toUpperCase()}_ALREADY_RECORDED`,
    `该项目已登记${NAMES[milestone]}`,
  );
  refuseClosed(project, terms.occurredOn);
  return [{ type: MILESTONE_EVENTS[milestone].reached, data: factIn(milestone, terms, given) } as ProjectEvent];
}

/** The milestone that stands is said anew, whole (features.md P12). @throws Refusal */
export function correctMilestone(
  { milestone, correctsEventId, reason, terms }: CorrectMilestone,
  given: Given,
): ProjectEvent[] {
  const { project } = given;
  refuseUnless(
    project.reached[milestone]?.eventId === correctsEventId,
    'conflict',
    'PROJECT.NOTHING_TO_CORRECT',
    `所指事件不是有效的${NAMES[milestone]}记录`,
    'correctsEventId',
  );
  refuseClosed(project, terms.occurredOn);
  if (milestone === 'contract') refuseAfterAmendment(project, terms.occurredOn);
  const data = { ...factIn(milestone, terms, given), correctsEventId, reason };
  return [{ type: MILESTONE_EVENTS[milestone].corrected, data } as ProjectEvent];
}

function refuseAfterAmendment({ amendments: [first] }: Project, day: string): void {
  refuseUnless(
    first === undefined || day <= first.on,
    'invalid',
    'DAY.AFTER_NEXT',
    `签约日期 ${day} 晚于已登记的合同变更日期 ${first?.on}`,
    'occurredOn',
  );
}
