import { type BatchEvent } from './batch.events.js';

/** What happened, in a word, for whoever reads the event. */
export const BATCH_TITLES: Readonly<Record<BatchEvent['type'], string>> = {
  BatchPlanned: '集中活动计划',
  ProjectListed: '列入集中活动',
  ProjectUnlisted: '移出集中活动',
  BatchHeld: '集中活动举办',
  BatchHoldingVoided: '作废举办记录',
};
