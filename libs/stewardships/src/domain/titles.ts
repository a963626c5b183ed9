import { type StewardshipEvent } from './stewardship.events.js';

/** What happened, in a word, for whoever reads the event. */
export const STEWARDSHIP_TITLES: Readonly<Record<StewardshipEvent['type'], string>> = {
  StewardAttached: '领导挂钩企业、园区或区县',
  StewardCorrected: '领导挂钩更正',
  StewardDetached: '解除领导挂钩',
  StewardTaskFixed: '挂钩责任六定',
  StewardTaskDone: '挂钩责任办结',
  StewardedRenamed: '企业名称更正',
  StewardFactVoided: '挂钩记录作废',
};
