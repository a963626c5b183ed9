import { refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
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
  refuseUnless(
    fault !== 'unclear',
    'invalid',
    'PROJECT.INTRODUCER_UNCLEAR',
    '引荐企业须以统一社会信用代码或其项目编号写明，二者填一',
    'introducer',
  );
  refuseUnless(
    fault !== 'credit-code',
    'invalid',
    'PROJECT.INTRODUCER_CREDIT_CODE',
    '引荐企业须填校验无误的 18 位统一社会信用代码',
    'introducer.creditCode',
  );
  refuseUnless(
    fault !== 'itself',
    'invalid',
    'PROJECT.INTRODUCED_BY_ITSELF',
    '企业不能由自身引荐',
    'introducer.creditCode',
  );
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
