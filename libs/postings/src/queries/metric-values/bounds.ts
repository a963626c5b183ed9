import { type EvidenceKind, type Grade, GRADES, type Money } from '#libs/values';

/** Which postings of a metric count. Amounts are 万元 of the whole project, from `min…` on and below `max…`. */
export interface Bounds {
  readonly minInvestment?: Money;
  readonly maxInvestment?: Money;
  readonly minFixedAssets?: Money;
  readonly maxFixedAssets?: Money;
  readonly chain?: string;
  /** The assessment group that the unit was in. */
  readonly group?: string;
  /** Postings proved at least so far; of a rate, what was reached has to be. */
  readonly minGrade?: Grade;
  /** Postings proved by each of these, where one of several kinds will do: permit, photo, and payment or enrolment. */
  readonly evidence?: readonly (readonly EvidenceKind[])[];
}

/** The values of a statement's placeholders, in the order in which they are first named. */
export class Parameters {
  readonly values: unknown[] = [];
  private readonly places = new Map<string, string>();

  /** The placeholder of a value of a Postgres type; one for the same value however often it is named. */
  of(value: unknown, type: string): string {
    const key = `${type} ${String(value)}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const place = `$${this.values.push(value)}::${type}`;
    this.places.set(key, place);
    return place;
  }
}

/** The conditions, on the columns of `posting`, that a posting is of the chain and group, whatever its size and proof. */
export const ofKind = ({ chain, group }: Bounds, parameters: Parameters): string[] =>
  present([
    [chain, (value) => `posting.chain = ${parameters.of(value, 'text')}`],
    [group, (value) => `posting.unit_group = ${parameters.of(value, 'text')}`],
  ]);

/** The conditions that a posting is proved as the bounds ask. */
export function provedAs({ minGrade, evidence }: Bounds, parameters: Parameters): string[] {
  return present([
    [minGrade, (value) => `posting.grade = any(${parameters.of(gradesFrom(value as Grade), 'text[]')})`],
    [
      evidence,
      (value) => `posting.evidence is not null and not exists (
        select from jsonb_array_elements(${parameters.of(JSON.stringify(value), 'jsonb')}) needed(kinds)
        where not posting.evidence ?| array(select jsonb_array_elements_text(kinds)))`,
    ],
  ]);
}

const present = (conditions: readonly [value: unknown, condition: (value: unknown) => string][]): string[] =>
  conditions.flatMap(([value, condition]) => (value === undefined ? [] : [condition(value)]));

const gradesFrom = (lowest: Grade): readonly Grade[] => GRADES.slice(GRADES.indexOf(lowest));
