import { useIsFetching } from '@tanstack/react-query';

/** A line at the top while answers are on their way; quick ones pass without it (the delay is in the styles). */
export function ProgressLine() {
  return useIsFetching() > 0 ? <div className="progress-line" role="progressbar" aria-label="正在读取" /> : null;
}
