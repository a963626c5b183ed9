import { refuseUnless } from '#libs/eventsourcing';
import { Decimal, snap } from '../arithmetic.js';
import { partOf } from './content.js';
import { type InputEvent } from './input.events.js';
import { type InputsState } from './input.state.js';

/** An item that several subjects list with shares is one whole at most. @throws Refusal INPUT.SHARES_BEYOND_WHOLE */
export function refuseBeyondWhole(state: InputsState, events: readonly InputEvent[]): void {
  for (const input of new Set(events.flatMap(({ data }) => ('items' in data ? [data.input] : [])))) {
    const sums = new Map<string, Decimal>();
    for (const { items } of state.get(input)?.values() ?? [])
      for (const { id, share } of items.values())
        if (share !== undefined) sums.set(id, (sums.get(id) ?? new Decimal(0)).plus(partOf(share, 'items')));
    for (const [id, sum] of sums)
      refuseUnless(
        snap(sum).lte(1),
        'conflict',
        'INPUT.SHARES_BEYOND_WHOLE',
        `“${id}”在各对象清单“${input}”中的份额合计为 ${snap(sum).toFixed()}，超过 1`,
        'inputs',
      );
  }
}
