import { Refusal, refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type CreditCode, type Introducer, canonicalIntroducer, introducerFault } from '#libs/values';
import { type PlainCommand } from '../project.commands.js';
import { type ProjectEvent } from '../project.events.js';
import { type Given, refuseFake } from './given.js';

/**
 * The enterprise that introduced the one of `creditCode`, in one spelling: one of the two ways to name it, and another one.
 * @throws Refusal PROJECT.INTRODUCER_UNCLEAR, PROJECT.INTRODUCER_CREDIT_CODE, PROJECT.INTRODUCED_BY_ITSELF
 */
export function soundIntroducer(introducer: Introducer, creditCode: CreditCode | undefined): Introducer {
  const fault = introducerFault(introducer, creditCode);
  if (fault) throw new Refusal('invalid', `PROJECT.${fault.code}`, fault.words, fault.field);
  return canonicalIntroducer(introducer);
}

/** Who really brought it in; without an introducer, no enterprise did (features.md P13). @throws Refusal */
export function correctIntroducer(
  { introducer, ...facts }: Extract<PlainCommand, { kind: 'correct-introducer' }>['facts'],
  { project, today }: Given,
): ProjectEvent[] {
  refuseFake(project);
  refuseFuture(facts.occurredOn, today);
  refuseBefore(facts.occurredOn, project.openedOn, '立项登记');
  const sound = introducer && soundIntroducer(introducer, project.enterprise?.creditCode);
  const { creditCode, projectId } = project.introducer ?? {};
  const other = sound?.creditCode !== creditCode || sound?.projectId !== projectId;
  refuseUnless(other, 'conflict', 'PROJECT.SAME_INTRODUCER', '引荐企业没有变化', 'introducer');
  return [{ type: 'IntroducerCorrected', data: { ...facts, ...(sound && { introducer: sound }) } }];
}
