import { type Sql } from '#libs/database';
import { type NamedUnit, unitNames } from '#libs/units';
import { type Day, type Evidence, Decimal } from '#libs/values';
import { type CertifiedItem, type PanelSheet } from '../../domain/inputs/input.events.js';
import { type InputSlot, inputSlots } from '../../domain/inputs/slots.js';
import { type Scheme } from '../../domain/scheme.js';
import { type NamedSubject } from '../readings/asking.js';
import { type SchemeSummary, summaryOf } from '../schemes/list-schemes.query.js';
import { publishedScheme } from '../schemes/published-scheme.js';
import { subjectsOf } from '../scores/subjects.query.js';
import { type CertifiedInput, certifiedInputs } from './certified-inputs.query.js';

/** An item of a certified list, and whether it counts. */
export interface ShownItem extends CertifiedItem {
  readonly counts: boolean;
  /** Why, and the event of the decision, where there was one. */
  readonly decision?: { readonly reason: string; readonly eventId: string; readonly occurredOn: Day };
}

/** What stands certified of one subject. `eventId` is what a correction has to name. */
export interface ShownInput {
  readonly subject?: NamedSubject;
  readonly value?: string;
  readonly items?: readonly ShownItem[];
  readonly scores?: readonly PanelSheet[];
  readonly evidence: readonly Evidence[];
  readonly reason?: string;
  readonly approver?: string;
  readonly corrects?: string;
  readonly occurredOn: Day;
  readonly seq: string;
  readonly eventId: string;
}

/** What a scheme asks a unit to certify: what stands, and of whom it is still owed. */
export interface InputLine {
  readonly input: string;
  readonly kind: InputSlot['kind'];
  readonly by: NamedUnit;
  /** The codes of the indicators that use it. */
  readonly indicators: readonly string[];
  readonly certified: readonly ShownInput[];
  readonly owed: readonly NamedSubject[];
}

export interface SchemeInputs {
  readonly scheme: SchemeSummary;
  readonly rows: readonly InputLine[];
}

/** All that a scheme waits for, as known at the seq `asOf` (features.md A12). @throws Refusal SCHEME.UNKNOWN */
export async function listInputs(
  sql: Sql,
  which: { readonly code: string; readonly version?: number },
  asOf: bigint,
): Promise<SchemeInputs> {
  const scheme = await publishedScheme(sql, which, asOf);
  const { subjects } = await subjectsOf(sql, scheme, asOf);
  const known = Map.groupBy(await certifiedInputs(sql, scheme, asOf), ({ input, by }) => placeKey(input, by));
  const slots = [...inputSlots(scheme).values()];
  const nameOf = await unitNames(
    sql,
    slots.map(({ by }) => by),
  );
  const rows = slots.map((slot): InputLine => {
    const certified = known.get(placeKey(slot.input, slot.by)) ?? [];
    const { input, kind, indicators } = slot;
    const shown = certified.map((row) => inputOf(row, subjects));
    return {
      input,
      kind,
      by: nameOf(slot.by),
      indicators,
      certified: shown,
      owed: owedOf(slot, certified, subjects, scheme),
    };
  });
  return { scheme: summaryOf(scheme), rows };
}

const placeKey = (input: string, by: string): string => JSON.stringify([input, by]);

/** Of everyone, once for all, or of the members that other schemes score: who those are isn't known here. */
function owedOf(
  slot: InputSlot,
  certified: readonly CertifiedInput[],
  subjects: readonly NamedSubject[],
  { name }: Scheme,
): NamedSubject[] {
  const had = new Set(certified.map(({ subject }) => subject));
  const of = slot.kind === 'certified' ? slot.of : 'subject';
  if (of === 'member') return [];
  if (of === 'all') return had.has('') ? [] : [{ code: '', name }];
  return subjects.filter(({ code }) => !had.has(code)).map(({ code, name }) => ({ code, name }));
}

function inputOf(row: CertifiedInput, subjects: readonly NamedSubject[]): ShownInput {
  const { subject, value, items, scores, evidence, reason, approver, correctsEventId, occurredOn, seq, eventId } = row;
  const name = subjects.find(({ code }) => code === subject)?.name ?? subject;
  return {
    ...(subject !== '' && { subject: { code: subject, name } }),
    ...(value !== null && { value: new Decimal(value).toFixed() }),
    ...(items && { items: items.map((item) => itemOf(item, row)) }),
    ...(scores && { scores }),
    evidence,
    ...(reason !== null && { reason }),
    ...(approver !== null && { approver }),
    ...(correctsEventId !== null && { corrects: correctsEventId }),
    occurredOn,
    seq,
    eventId,
  };
}

function itemOf(item: CertifiedItem, { decisions }: CertifiedInput): ShownItem {
  const decided = decisions.find((decision) => decision.item === item.id);
  if (!decided) return { ...item, counts: true };
  const { counts, reason, eventId, occurredOn } = decided;
  return { ...item, counts, decision: { reason, eventId, occurredOn } };
}
