import { type Address, formatAddress, withParams } from '../address.js';
import { type AsOf } from '../api.js';
import { goTo } from '../use-address.js';
import { AsOfPicker } from './as-of-picker.js';
import { DayField } from './day-field.js';
import { PrintButton } from './print-button.js';

interface Props {
  readonly address: Address;
  /** Where the thing was found: its list. */
  readonly back: { readonly view: string; readonly side?: string; readonly name: string };
  readonly current: AsOf | undefined;
  /** The business day that the answer is of, where it says one. */
  readonly on?: string;
}

/** Above the sheet of one thing: the way back to its list, and the moment that is looked at. */
export function MomentBar({ address, back, current, on }: Props) {
  const change = (changes: Record<string, string | undefined>) => goTo(withParams(address, changes));
  return (
    <section className="filters filter-row" aria-label="时点">
      <a className="back" href={formatAddress({ path: back.side ? [back.view, back.side] : [back.view], params: {} })}>
        {back.name}
      </a>
      <OnField value={address.params['on'] ?? on} onChange={(day) => change({ on: day })} />
      <AsOfPicker value={address.params['asOf']} current={current} onChange={(asOf) => change({ asOf })} />
      <PrintButton />
    </section>
  );
}

/** The business day for which things are shown. */
export function OnField({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}) {
  return (
    <span className="field">
      <span className="field-name">业务日</span>
      <DayField label="业务日" clearable value={value} onChange={onChange} />
    </span>
  );
}
