import { type LeadClassRulesPublished } from './class-rules.events.js';

/** What happened, in a word, for whoever reads the event. */
export const CLASS_RULE_TITLES: Readonly<Record<LeadClassRulesPublished['type'], string>> = {
  LeadClassRulesPublished: '分级分类标准发布',
};
