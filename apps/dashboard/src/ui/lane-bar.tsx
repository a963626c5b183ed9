import { type Span } from './day-scale.js';

/** A bar on a lane; nothing where there is no span. */
export function LaneBar({ className, bar, y }: { className: string; bar: Span | undefined; y: number }) {
  if (!bar) return null;
  return (
    <rect className={className} x={`${bar.from}%`} width={`${Math.max(0, bar.to - bar.from)}%`} y={y} height="6" />
  );
}
