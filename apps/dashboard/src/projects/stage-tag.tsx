import { type Stage } from '../api.js';
import { stageName } from '../words.js';

/** How far a project is. */
export function StageTag({ stage }: { stage: Stage }) {
  return <span className={`stage stage-${stage}`}>{stageName(stage)}</span>;
}
