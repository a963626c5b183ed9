import { type TargetEvent } from './target.events.js';

/** What happened, in a word, for whoever reads the event. */
export const TARGET_TITLES: Readonly<Record<TargetEvent['type'], string>> = {
  TargetSet: '目标下达',
  TargetRevised: '目标调整',
};
