import { type AdmissionEvent } from './admission.events.js';
import { type AdmissionRulesPublished } from './rules.events.js';

/** What happened, in a word, for whoever reads the event. */
export const ADMISSION_TITLES: Readonly<Record<(AdmissionEvent | AdmissionRulesPublished)['type'], string>> = {
  AdmissionReviewed: '准入评审',
  AdmissionOverridden: '准入特批',
  AdmissionRulesPublished: '准入规则发布',
};
