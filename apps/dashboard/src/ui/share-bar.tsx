interface Props {
  /** Of the longest bar, from 0 to 1. */
  readonly part: number;
  readonly tone?: 'plain' | 'late';
}

/** A bar beside a figure; the figure says it, the bar shows it. */
export function ShareBar({ part, tone = 'plain' }: Props) {
  return (
    <span className={`share-bar ${tone}`} aria-hidden>
      <span style={{ width: `${100 * Math.min(1, Math.max(0, part))}%` }} />
    </span>
  );
}
