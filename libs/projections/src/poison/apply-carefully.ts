import { type Sql } from '#libs/database';
import { type SequencedEvent } from '#libs/eventsourcing';
import { faultOf, isPoison } from './fault.js';
import { type Parked } from './parked-events.js';

type Apply = (events: readonly SequencedEvent[]) => Promise<void>;

/**
 * Applies, in order, every event that can be applied, and gives the others: those that fail even alone, and whatever
 * comes later in their streams. Halves what fails, so that one culprit in a thousand costs some ten tries.
 * @param held streams of which nothing may be applied.
 * @throws what is not an event's fault.
 */
export async function applyCarefully(
  events: readonly SequencedEvent[],
  held: ReadonlySet<string>,
  apply: Apply,
): Promise<Parked[]> {
  const parked: Parked[] = [];
  const blocked = new Set(held);
  const feed = async (piece: readonly SequencedEvent[]): Promise<void> => {
    const free = piece.filter(({ stream }) => !blocked.has(stream));
    for (const event of piece) if (blocked.has(event.stream)) parked.push({ event });
    const error = free.length > 0 ? await failureOf(apply, free) : undefined;
    if (!error) return;
    const [only] = free;
    if (free.length === 1 && only) {
      blocked.add(only.stream);
      parked.push({ event: only, error: faultOf(error) });
      return;
    }
    const middle = free.length >> 1;
    await feed(free.slice(0, middle));
    await feed(free.slice(middle));
  };
  await feed(events);
  return parked;
}

async function failureOf(apply: Apply, events: readonly SequencedEvent[]): Promise<Error | undefined> {
  try {
    await apply(events);
    return undefined;
  } catch (error) {
    if (!isPoison(error)) throw error;
    return error;
  }
}

/** Lets the transaction go on after `apply` has failed, without what that wrote. */
export const inSavepoint =
  (sql: Sql, apply: Apply): Apply =>
  async (events) => {
    await sql.query('savepoint piece');
    try {
      await apply(events);
    } catch (error) {
      if (isPoison(error)) await sql.query('rollback to savepoint piece');
      throw error;
    }
    await sql.query('release savepoint piece');
  };
