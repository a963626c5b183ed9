import { Decimal } from '#libs/values';
import { type Figure, type Item, type PanelScore } from '../../domain/figures.js';
import { type CertifiedInput, certifiedInputs } from '../inputs/certified-inputs.query.js';
import { type Answers, type Asked, type Asking, MISSING } from './asking.js';
import { writeOrigin } from './origin.js';

/** What stands certified for a scheme, by input and subject. */
export interface Certified {
  /** What the unit has certified of the subject; `''` for what is common to all. */
  of(input: string, subject: string, by: string): CertifiedInput | undefined;
}

export const NOTHING_CERTIFIED: Certified = { of: () => undefined };

/** Reads all that stands certified for the scheme's period: a figure counts when the unit that the scheme names gave it. */
export async function readCertified({
  sql,
  scheme,
  asOf,
}: Pick<Asking, 'sql' | 'scheme' | 'asOf'>): Promise<Certified> {
  const rows = await certifiedInputs(sql, scheme, asOf);
  const byPlace = new Map(rows.map((row) => [keyOf(row.input, row.subject, row.by), row]));
  return { of: (input, subject, by) => byPlace.get(keyOf(input, subject, by)) };
}

const keyOf = (...place: readonly string[]): string => JSON.stringify(place);

/** Answers from the register of inputs. */
export const certifiedAnswers =
  (asked: Asked<'certified' | 'items' | 'panel' | 'discretionary'>, certified: Certified): Answers =>
  (key, subject) => {
    const question = asked.get(key);
    if (!question) throw new RangeError(`nobody asked ${key}`);
    const common = question.kind === 'certified' && question.common;
    const row = certified.of(question.input, common ? '' : subject, question.by);
    if (!row) return MISSING;
    if (question.kind === 'items') return { kind: 'items', items: itemsOf(row) };
    if (question.kind === 'panel') return { kind: 'panel', scores: sheetsOf(row) };
    return { kind: 'quantity', quantity: figureOf(row) };
  };

/** A certified number. */
export const figureOf = ({ input, value, eventId, reason, approver }: CertifiedInput): Figure => ({
  name: input,
  value: new Decimal(value ?? 0).toFixed(),
  origin: writeOrigin({ kind: 'events', eventIds: [eventId] }),
  ...(approver !== null && reason !== null && { reason }),
});

/** The items of a list, those that are not recognised with the reason; an item rests on the list and on the decision about it. */
function itemsOf({ items, decisions, eventId }: CertifiedInput): Item[] {
  const decided = new Map(decisions.map((decision) => [decision.item, decision]));
  return (items ?? []).map((item) => {
    const decision = decided.get(item.id);
    const eventIds = decision ? [eventId, decision.eventId] : [eventId];
    return {
      ...item,
      ...(decision?.counts === false && { unrecognised: decision.reason }),
      origin: writeOrigin({ kind: 'events', eventIds }),
    };
  });
}

const sheetsOf = ({ input, scores, eventId }: CertifiedInput): PanelScore[] =>
  (scores ?? []).map(({ panel, score }) => ({
    panel,
    score: { name: `${input}·${panel}`, value: score, origin: writeOrigin({ kind: 'events', eventIds: [eventId] }) },
  }));
