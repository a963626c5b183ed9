import { type Period, dayOf, namedPeriods } from '../periods.js';
import { DayField } from './day-field.js';

interface Props {
  readonly period: Period;
  readonly onChange: (change: Partial<Period>) => void;
}

/** A period by its name or by its two days. */
export function PeriodField({ period, onChange }: Props) {
  return (
    <>
      <span className="picks">
        {namedPeriods(dayOf(new Date())).map(({ name, from, to }) => (
          <button
            key={name}
            type="button"
            aria-pressed={from === period.from && to === period.to}
            onClick={() => onChange({ from, to })}
          >
            {name}
          </button>
        ))}
      </span>
      <span className="field">
        <DayField label="起始日" value={period.from} onChange={(from) => onChange({ from })} />至
        <DayField label="截止日" value={period.to} onChange={(to) => onChange({ to })} />
      </span>
    </>
  );
}
