import { READ_MODELS } from '#apps/projector';
import { type Sql } from '#libs/database';
import { drawnOn, schemaOf } from '#libs/projections';

const SCHEMAS = READ_MODELS.map(schemaOf);
/** What resolves an as-of, or says where streams stood then: an answer of the past draws on the audit trail by itself. */
const OF_THE_PAST =
  /^\s*select (seq, recorded_at as "recordedAt" from audit_trail_v|asked\.stream, last\.revision from)/;

/** Refuses an answer that has said what it draws on a look at any other projection's tables. */
export const declared = (sql: Sql): Sql => ({
  query(text, values) {
    const of = drawnOn()?.map(schemaOf);
    const others = SCHEMAS.filter((schema) => of?.includes(schema) === false && text.includes(`${schema}.`));
    if (others.length > 0 && !OF_THE_PAST.test(text)) throw new Error(`${others.join()} is drawn on undeclared`);
    return sql.query(text, values);
  },
});
