import { refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type PlainCommand } from '../project.commands.js';
import { type Milestone, MILESTONES, type ProjectEvent, type Terms } from '../project.events.js';
import { type TermsVersion, versionsOf } from '../project.state.js';
import { type Given, refuseClosed } from './given.js';
import { NAMES } from './order.js';
import { soundTerms } from './terms.js';

type FactsOf<Kind extends PlainCommand['kind']> = Extract<PlainCommand, { kind: Kind }>['facts'];

function lastVersion({ project }: Given): TermsVersion {
  const last = versionsOf(project).at(-1);
  refuseUnless(last, 'conflict', 'PROJECT.NO_CONTRACT', '该项目没有有效的合同');
  return last;
}

/** The contract is amended, whole, from a day on (features.md P2). @throws Refusal */
export function amendContract(facts: FactsOf<'amend-contract'>, given: Given): ProjectEvent[] {
  const { project, today } = given;
  const last = lastVersion(given);
  refuseClosed(project, facts.occurredOn);
  refuseFuture(facts.occurredOn, today);
  refuseBefore(facts.occurredOn, last.on, '上一次签订或变更');
  const signedOn = project.reached.contract?.on ?? last.on;
  const terms = soundTerms<Terms & typeof facts>(facts, signedOn, '');
  return [{ type: 'ContractAmended', data: { ...terms, evidence: facts.evidence ?? [] } }];
}

/** The contract ends (features.md P2). @throws Refusal also while something stands that happened later */
export function terminateContract(facts: FactsOf<'terminate-contract'>, given: Given): ProjectEvent[] {
  const { project, today } = given;
  const last = lastVersion(given);
  refuseUnless(!project.terminated, 'conflict', 'PROJECT.TERMINATED', '合同已终止');
  refuseFuture(facts.occurredOn, today);
  refuseBefore(facts.occurredOn, last.on, '上一次签订或变更');
  const later = MILESTONES.find((milestone: Milestone) => (project.reached[milestone]?.on ?? '') > facts.occurredOn);
  refuseUnless(
    later === undefined,
    'conflict',
    'PROJECT.LATER_MILESTONE_STANDS',
    `终止日之后仍有有效的${later && NAMES[later]}记录`,
    'occurredOn',
  );
  return [{ type: 'ContractTerminated', data: { ...facts, evidence: facts.evidence ?? [] } }];
}
