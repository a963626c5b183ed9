import { type AsOf } from '../api.js';
import { asOfWords } from '../format.js';

/** Under every heading: up to which event the figures below count, and whether the reader chose that moment. */
export function AsOfLine({ asOf, chosen, stale }: { asOf: AsOf; chosen: boolean; stale?: boolean }) {
  return (
    <p className="as-of" aria-live="polite">
      {asOfWords(asOf)}
      {chosen && <span className="tag">按当时所知</span>}
      {stale && <span className="updating">正在更新</span>}
    </p>
  );
}
