import { type AsOf } from '../api.js';
import { asOfWords } from '../format.js';

/** Under every heading: up to which event the figures below count, what they lack, whether the reader chose that moment. */
export function AsOfLine({ asOf, chosen, stale }: { asOf: AsOf; chosen: boolean; stale?: boolean }) {
  return (
    <p className="as-of" aria-live="polite">
      {asOfWords(asOf)}
      {asOf.incomplete && <span className="tag">数据不全：{asOf.incomplete.parked} 个事件搁置待补办</span>}
      {chosen && <span className="tag">按当时所知</span>}
      {stale && <span className="updating">正在更新</span>}
    </p>
  );
}
