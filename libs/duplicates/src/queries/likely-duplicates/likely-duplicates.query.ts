import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type NamedUnit, unitNames } from '#libs/units';
import { type UnitCode, canonicalCreditCode } from '#libs/values';
import { LabelRow, type SubjectKind, SubjectRow } from '../../projections/duplicate-index/duplicate-index.entities.js';
import { letterGrams, likeness, soundGrams } from '../../projections/duplicate-index/name-grams.js';
import { parcelKey } from '../../projections/duplicate-index/subject.js';

/** What is known of the thing about to be recorded. */
export interface DuplicatesQuestion {
  readonly name?: string;
  readonly creditCode?: string;
  readonly parcel?: string;
  /** What other units answer for is shown without its name and number. */
  readonly visibleUnit?: UnitCode;
}

/** Why two things may be one. `likeness` of names, 0 to 1, by characters or, where that says more, by sound. */
export type DuplicateReason =
  | { readonly code: 'credit-code' | 'parcel' }
  | { readonly code: 'name' | 'name-sound'; readonly likeness: number; readonly text?: string };

/** A lead, project or entry of the reserve that may be the same. `id` and `title` are absent where another unit answers for it. */
export interface Candidate {
  readonly kind: SubjectKind;
  readonly unit: NamedUnit;
  readonly id?: string;
  readonly title?: string;
  readonly enterprise?: string;
  readonly reasons: readonly DuplicateReason[];
}

/** Names less alike than this are not suggested. */
export const ALIKE = 0.6;
const MOST_CANDIDATES = 20;
/** What floating point may add to a product that is a whole number. */
const ROUNDING = 1e-9;

const SUBJECT = tableOf(SubjectRow).name;
const LABEL = tableOf(LabelRow).name;

interface Found extends Omit<SubjectRow, 'creditCode' | 'parcels' | 'gone'> {
  sameCode: boolean;
  sameParcel: boolean;
  /** The names that sound alike. */
  labels: string[] | null;
}

/** What may be the same as the thing asked about, the surest first; suggested, never merged. */
export async function likelyDuplicates(sql: Sql, question: DuplicatesQuestion): Promise<Candidate[]> {
  const { name, creditCode, parcel, visibleUnit } = question;
  const sounds = name === undefined ? [] : soundGrams(name);
  const found = await sql.query<Found[]>(
    `with alike as (
       select stream, array_agg(text) as labels from (
         select stream, text,
           (select count(*) from unnest($1::text[]) as gram where sounds ? gram)::float8
             / sqrt(jsonb_array_length(sounds) * cardinality($1::text[])) as score
         from ${LABEL}
         where sounds ?| $2 or (jsonb_array_length(sounds) < cardinality($1::text[]) and sounds ?| $8)
       ) as label
       where score >= $3 group by stream order by max(score) desc limit $4
     ),
     matching as (
       select stream from alike
       union select stream from ${SUBJECT} where credit_code = $5
       union select stream from ${SUBJECT} where parcels @> jsonb_build_array($6::text)
     )
     select stream, kind, id, unit, title, enterprise, labels,
       coalesce(credit_code = $5, false) as "sameCode", parcels @> jsonb_build_array($6::text) as "sameParcel"
     from matching join ${SUBJECT} using (stream) left join alike using (stream)
     where not gone
     limit $7`,
    [
      sounds,
      probesOf(sounds, ALIKE),
      ALIKE,
      MOST_CANDIDATES,
      creditCode === undefined ? null : canonicalCreditCode(creditCode),
      parcel === undefined ? null : parcelKey(parcel),
      MOST_CANDIDATES * 3,
      probesOf(sounds, ALIKE * ALIKE),
    ],
  );
  const nameOf = await unitNames(
    sql,
    found.map(({ unit }) => unit),
  );
  return found
    .map((row) => ({ row, reasons: reasonsOf(row, name) }))
    .sort((one, other) => weight(other.reasons) - weight(one.reasons) || (one.row.stream < other.row.stream ? -1 : 1))
    .slice(0, MOST_CANDIDATES)
    .map(({ row, reasons }) => candidateOf(row, reasons, nameOf(row.unit), visibleUnit));
}

/**
 * A name that shares at least this part of the grams is found by any choice that leaves one fewer out than it shares.
 * The first, which stand for how a name begins (the place, mostly), are the ones that most names share: they are left
 * out. By the cosine, an alike name of no fewer grams shares at least `ALIKE` of them, a shorter one its square.
 */
const probesOf = (grams: readonly string[], part: number): string[] =>
  grams.slice(Math.max(Math.ceil(part * grams.length - ROUNDING) - 1, 0));

function reasonsOf({ sameCode, sameParcel, labels }: Found, name = ''): DuplicateReason[] {
  const reasons: DuplicateReason[] = [];
  if (sameCode) reasons.push({ code: 'credit-code' });
  if (sameParcel) reasons.push({ code: 'parcel' });
  for (const text of labels ?? []) {
    const letters = likeness(letterGrams(name), letterGrams(text));
    const sounds = likeness(soundGrams(name), soundGrams(text));
    const code = letters >= sounds ? 'name' : 'name-sound';
    reasons.push({ code, likeness: Number(Math.max(letters, sounds).toFixed(2)), text });
  }
  return reasons;
}

/** A credit code is worth more than a parcel, a parcel more than any name. */
const WEIGHTS = { 'credit-code': 4, parcel: 2 } as const;
const weight = (reasons: readonly DuplicateReason[]): number =>
  reasons.reduce((sum, reason) => sum + ('likeness' in reason ? 0 : WEIGHTS[reason.code]), 0) +
  Math.max(0, ...reasons.map((reason) => ('likeness' in reason ? reason.likeness : 0)));

function candidateOf(
  { kind, id, unit, title, enterprise }: Found,
  reasons: DuplicateReason[],
  named: NamedUnit,
  visibleUnit: UnitCode | undefined,
): Candidate {
  const hidden = visibleUnit !== undefined && visibleUnit !== unit;
  if (hidden) return { kind, unit: named, reasons: reasons.map(withoutText) };
  return { kind, unit: named, id, title, enterprise: enterprise ?? undefined, reasons };
}

const withoutText = (reason: DuplicateReason): DuplicateReason =>
  'likeness' in reason ? { code: reason.code, likeness: reason.likeness } : reason;
