import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type Scheme } from '../../domain/scheme.js';
import { CertifiedInputRow, RecognitionRow } from '../../projections/input-register/input.entities.js';

/** What stands certified in one place, with the decisions on its items. */
export interface CertifiedInput extends CertifiedInputRow {
  readonly decisions: readonly RecognitionRow[];
}

/** Everything that stands certified for a scheme's period as known at the seq `asOf`; each unit's word by itself. */
export async function certifiedInputs(
  sql: Sql,
  { code, period }: Pick<Scheme, 'code' | 'period'>,
  asOf: bigint,
): Promise<CertifiedInput[]> {
  const place = [code, period.from, period.to, asOf];
  const inputs = await sql.query<CertifiedInputRow[]>(lastOf(CertifiedInputRow, ''), place);
  const decisions = await sql.query<RecognitionRow[]>(lastOf(RecognitionRow, ', item'), place);
  const byPlace = Map.groupBy(decisions, placeKey);
  return inputs.map((row) => ({ ...row, decisions: byPlace.get(placeKey(row)) ?? [] }));
}

/** The last known row of each place. */
function lastOf(entity: typeof CertifiedInputRow | typeof RecognitionRow, more: string): string {
  const { name, selection } = tableOf(entity);
  const place = `input, subject collate "C", by_unit${more}`;
  return `select distinct on (${place}) ${selection} from ${name}
    where scheme = $1 and period_from = $2 and period_to = $3 and seq <= $4 order by ${place}, seq desc`;
}

const placeKey = ({ input, subject, by }: Pick<CertifiedInputRow, 'input' | 'subject' | 'by'>): string =>
  JSON.stringify([input, subject, by]);
