import { type Sql } from '#libs/database';
import { Refusal } from '#libs/eventsourcing';
import { type Checkpoint, asOfNow, drawnOn, parkedUpTo } from '#libs/projections';
import { tableOf } from '#libs/read-models';
import { type Day, dayOf, endOf, isDay } from '#libs/values';
import { AUDIT_TRAIL, AuditEntryRow } from '../../projections/audit-trail/audit-entry.entity.js';

/** What was known: everything up to `seq`. `recordedAt` is when its last event became known; null before the first. */
export interface AsOf extends Pick<Checkpoint, 'seq' | 'recordedAt'> {
  /** How many events up to there could not be applied and wait for a fix: answers may lack them. */
  readonly parked?: number;
}

const ENTRY = tableOf(AuditEntryRow).name;
const SEQ = /^\d{1,18}$/;

/**
 * The as-of that a question names: a seq, a business day (what was known by its end), or the present when it names none.
 * Only what the answer under way draws on holds it back, and counts as incomplete (`drawingOn`).
 * @param today the last day that can be asked for.
 * @throws Refusal AS_OF.UNKNOWN for a seq or day that hasn't come yet, and for text that is neither.
 */
export async function resolveAsOf(sql: Sql, asOf?: string, today: Day = dayOf(new Date())): Promise<AsOf> {
  // What a day or a seq was is looked up in the audit trail.
  const of = asOf === undefined ? drawnOn() : drawnOn()?.concat(AUDIT_TRAIL);
  const { parked, ...now } = await asOfNow(sql, of);
  const resolved = await pointInTime(sql, now, asOf, today);
  return parked === 0 ? resolved : { ...resolved, parked: await parkedUpTo(sql, resolved.seq, of) };
}

async function pointInTime(sql: Sql, { seq, recordedAt }: Checkpoint, asOf: string | undefined, today: Day) {
  if (asOf === undefined) return { seq, recordedAt };
  if (SEQ.test(asOf) && BigInt(asOf) <= seq) return knownAt(sql, 'seq <= $1', [asOf], 'seq desc');
  if (isDay(asOf) && asOf <= today)
    return knownAt(sql, 'recorded_at < $1 and seq <= $2', [endOf(asOf), seq], 'recorded_at desc, seq desc');
  throw new Refusal('invalid', 'AS_OF.UNKNOWN', `“${asOf}”不是已有的序号或已到的日期`, 'asOf');
}

async function knownAt(sql: Sql, condition: string, values: unknown[], order: string): Promise<AsOf> {
  const [entry] = await sql.query<{ seq: string; recordedAt: Date }[]>(
    `select seq, recorded_at as "recordedAt" from ${ENTRY} where ${condition} order by ${order} limit 1`,
    values,
  );
  return entry ? { seq: BigInt(entry.seq), recordedAt: entry.recordedAt } : { seq: 0n, recordedAt: null };
}
