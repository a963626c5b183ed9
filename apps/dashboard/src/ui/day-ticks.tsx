import { type DayScale } from './day-scale.js';

/** The days along the top of a picture. */
export function DayTicks({ scale }: { scale: DayScale }) {
  return (
    <span className="ticks">
      {scale.ticks.map(({ day, label }) => (
        <span key={day} style={{ left: `${scale.at(day)}%` }}>
          {label}
        </span>
      ))}
    </span>
  );
}
