import { refuseUnless } from '#libs/eventsourcing';
import { type Day } from '#libs/values';
import { withTenures } from '../evolve/evolver.js';
import { type CorrectFact } from '../project.commands.js';
import { type ProjectEvent } from '../project.events.js';
import { type Project } from '../project.state.js';
import { signLetterOfIntent } from './before-signing.js';
import { amendContract } from './contract.js';
import { type Given } from './given.js';
import { handOver, shareCredit } from './responsibility.js';

type Said = CorrectFact['said'];

/** In which list a fact stands, and how it is said anew. `inOrder`: each takes up where the one before it ended. */
const CORRECTIONS = {
  'amend-contract': { list: 'amendments', type: 'AmendmentCorrected', inOrder: true },
  'hand-over': { list: 'tenures', type: 'HandoffCorrected', inOrder: true },
  'share-credit': { list: 'divisions', type: 'SharingCorrected', inOrder: false },
  'sign-letter-of-intent': { list: 'intents', type: 'IntentCorrected', inOrder: false },
} as const satisfies Record<Said['kind'], { list: keyof Project; type: ProjectEvent['type']; inOrder: boolean }>;

function say(said: Said, given: Given): ProjectEvent[] {
  switch (said.kind) {
    case 'amend-contract':
      return amendContract(said.facts, given);
    case 'hand-over':
      return handOver(said, given);
    case 'share-credit':
      return shareCredit(said.facts, given);
    case 'sign-letter-of-intent':
      return signLetterOfIntent(said.facts, given);
  }
}

/** A fact that stands is said anew, by the rules that it was recorded by, in its place (features.md P12). @throws Refusal */
export function correctFact({ said, correctsEventId, correctionReason }: CorrectFact, given: Given): ProjectEvent[] {
  const { project } = given;
  const { list, type, inOrder } = CORRECTIONS[said.kind];
  const items: readonly { eventId: string; on?: Day; from?: Day }[] = project[list];
  const index = items.findIndex(({ eventId }) => eventId === correctsEventId);
  const [opening] = project.tenures;
  refuseUnless(
    index >= 0 && correctsEventId !== opening?.eventId,
    'conflict',
    'PROJECT.NOTHING_TO_CORRECT',
    '所指事件不是有效的同类记录',
    'correctsEventId',
  );
  const before = { ...project, [list]: inOrder ? items.slice(0, index) : items.toSpliced(index, 1) };
  const events = say(said, { ...given, project: withTenures(before, before.tenures) });
  const next = inOrder ? items[index + 1] : undefined;
  refuseAfterNext(said.facts.occurredOn, next?.from ?? next?.on);
  return events.map(({ data }) => {
    const corrected = { ...data, correctsEventId, correctionReason };
    if (said.kind !== 'hand-over') return { type, data: corrected } as ProjectEvent;
    const answering = index === items.length - 1 ? said.facts.toUnit : project.unit;
    return { type, data: { ...corrected, answering } } as ProjectEvent;
  });
}

const refuseAfterNext = (day: Day, next: Day | undefined): void =>
  refuseUnless(
    next === undefined || day <= next,
    'invalid',
    'DAY.AFTER_NEXT',
    `日期 ${day} 晚于已登记的下一次 ${next}`,
    'occurredOn',
  );
