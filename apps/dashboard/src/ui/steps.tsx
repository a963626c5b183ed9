import { daysBetween } from '../periods.js';

/** One step of a way: the day on which it was taken, if it was. */
export interface Step {
  readonly code: string;
  readonly name: string;
  readonly day: string | undefined;
  /** What stands under the day. */
  readonly note?: string;
  /** How far it is proved. */
  readonly grade?: string;
}

/** The steps of a way as marks on a line: the day of each, and the days since the one before. */
export function Steps({ name, steps }: { name: string; steps: readonly Step[] }) {
  const furthest = steps.findLastIndex(({ day }) => day);
  return (
    <ol className="timeline" aria-label={name}>
      {steps.map(({ code, name: step, day, note, grade }, index) => {
        const before = steps.slice(0, index).findLast((earlier) => earlier.day)?.day;
        return (
          <li key={code} className={day ? `reached ${grade ?? ''}` : undefined}>
            <span className="step-gap">{day && before && `${daysBetween(before, day)} 天`}</span>
            <span className="step-mark" aria-hidden />
            <span className="step-name">{step}</span>
            <span className="step-day">{day ?? (index < furthest ? '未登记' : '未到')}</span>
            {note && <span className="step-grade">{note}</span>}
          </li>
        );
      })}
    </ol>
  );
}
